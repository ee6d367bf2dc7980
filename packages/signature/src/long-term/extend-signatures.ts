import { judgeSignature } from '../validation/judge-signature.ts';
import type { SignatureEvidence } from '../validation/signature-evidence.ts';
import type { SignatureJudgement } from '../validation/signature-judgement.ts';
import type { ValidationContext } from '../validation/validation-context.ts';
import { noMaterial, type RawMaterial } from '../validation/validation-material.ts';
import { missingMaterial, neededMaterial, rawMaterial } from './needed-material.ts';

/** How one kind of file is read and added to; nothing that stands in it is ever changed. */
export interface ExtendableFile {
  /** Every signature of the file, in its order. */
  read(file: Uint8Array): Promise<readonly SignatureEvidence[]>;
  /** The file with validation material for signatures, by id. */
  withMaterial(file: Uint8Array, material: readonly MaterialOfSignature[]): Uint8Array;
  /** The file with archive timestamps over it: of every signature, or one over all. */
  withArchiveTimestamps(file: Uint8Array, ids: readonly string[], stamp: Stamp): Promise<Uint8Array>;
}

export interface MaterialOfSignature {
  readonly id: string;
  /** What the file carries for it already. */
  readonly present: RawMaterial;
  readonly missing: RawMaterial;
}

/** A token (DER) over each of the SHA-256 digests. Throws where there is none to be had. */
export type Stamp = (digests: readonly Uint8Array[]) => Promise<readonly Uint8Array[]>;

export interface ExtensionInput {
  readonly file: Uint8Array;
  readonly kind: ExtendableFile;
  readonly level: 'B-LT' | 'B-LTA';
  /** Whom to trust, what is known, and the time: everything the signatures are judged by before and after. */
  readonly context: ValidationContext;
  /** Needed for B-LTA. */
  readonly stamp?: Stamp;
}

export type ExtensionRefusal =
  /** Only what is proven to be good now is worth keeping: more material could not make it so later. */
  | { readonly why: 'not-valid'; readonly judgement: SignatureJudgement }
  | { readonly why: 'no-signature' | 'no-timestamp-authority' }
  | { readonly why: 'without-timestamp'; readonly id: string }
  /** What was added does not prove it without further help: some material that counted could not be embedded. */
  | { readonly why: 'not-proven-alone'; readonly judgement: SignatureJudgement }
  /** The new timestamps cannot be relied on with what is known. */
  | { readonly why: 'timestamp-not-valid'; readonly judgement: SignatureJudgement };

export type ExtensionOutcome =
  | { readonly file: Uint8Array; readonly judgements: readonly SignatureJudgement[] }
  | { readonly refused: ExtensionRefusal };

/**
 * Lifts every signature of a file to B-LT or B-LTA by adding to it; run again later, B-LTA is renewed: the authority of the
 * last archive timestamp gets its material, and a new timestamp stands over all. Before, each signature must be
 * TOTAL-PASSED; afterwards, each must be so by what the file itself holds. Throws SignatureError for a file that cannot be
 * read or added to, and whatever `stamp` throws. @spec EN 319 102-1 5.5, EN 319 132-1 6.3, EN 319 142-1 6.3
 */
export async function extendSignatures(input: ExtensionInput): Promise<ExtensionOutcome> {
  const { file, kind, level, context, stamp } = input;
  const before = await judgeAll(file, kind, context);
  const refused = whyNot(before) ?? (level === 'B-LTA' && stamp === undefined ? noAuthority : undefined);
  if (refused !== undefined) return { refused };
  const longTerm = await withNeededMaterial(input, before);
  if (!(longTerm instanceof Uint8Array)) return { refused: longTerm };
  if (level === 'B-LT' || stamp === undefined) {
    return { file: longTerm, judgements: await judgeAll(longTerm, kind, context) };
  }
  const ids = before.map(({ evidence }) => evidence.id);
  const archived = await kind.withArchiveTimestamps(longTerm, ids, stamp);
  const judgements = await judgeAll(archived, kind, await afterStamping(archived, input));
  const failed = judgements.find(
    (one) => !isGood(one) || one.timestamps.some(({ indication }) => indication !== 'PASSED'),
  );
  if (failed !== undefined) return { refused: { why: 'timestamp-not-valid', judgement: failed } };
  return { file: archived, judgements };
}

const noAuthority: ExtensionRefusal = { why: 'no-timestamp-authority' };

function whyNot(judgements: readonly SignatureJudgement[]): ExtensionRefusal | undefined {
  if (judgements.length === 0) return { why: 'no-signature' };
  const bad = judgements.find((one) => !isGood(one));
  if (bad !== undefined) return { why: 'not-valid', judgement: bad };
  const bare = judgements.find(({ timestamps }) => !timestamps.some(({ kind }) => kind !== 'content'));
  return bare && { why: 'without-timestamp', id: bare.evidence.id };
}

/**
 * First what each judgement rests on; where that does not do (a responder’s own standing …), all that is known. What proves
 * itself already gets nothing more at B-LT; before an archive timestamp, newer data says that nothing was revoked since.
 */
async function withNeededMaterial(
  { file, kind, context, level }: ExtensionInput,
  before: readonly SignatureJudgement[],
): Promise<Uint8Array | ExtensionRefusal> {
  const alone = { ...context, material: noMaterial };
  let unproven = (await judgeAll(file, kind, alone)).find((one) => !isProven(one));
  if (unproven === undefined && level === 'B-LT') return file;
  const everything = rawMaterial(context.material);
  for (const materialOf of [neededMaterial, () => everything]) {
    const material = before.map((one) => {
      const { evidence: present } = one;
      return { id: present.id, present, missing: missingMaterial(materialOf(one), present) };
    });
    const extended = kind.withMaterial(file, material);
    unproven = (await judgeAll(extended, kind, alone)).find((one) => !isProven(one));
    if (unproven === undefined) return extended;
  }
  const [first] = before;
  const judgement = unproven ?? first;
  return judgement === undefined ? { why: 'no-signature' } : { why: 'not-proven-alone', judgement };
}

async function judgeAll(
  file: Uint8Array,
  kind: ExtendableFile,
  context: ValidationContext,
): Promise<readonly SignatureJudgement[]> {
  const judgements: SignatureJudgement[] = [];
  for (const evidence of await kind.read(file)) judgements.push(await judgeSignature(evidence, context));
  return judgements;
}

/** The new tokens may say a moment that is later than the time asked about. */
async function afterStamping(file: Uint8Array, { kind, context }: ExtensionInput): Promise<ValidationContext> {
  const [first] = await judgeAll(file, kind, context);
  const times = (first?.timestamps ?? []).flatMap(({ time, accuracy = 0 }) =>
    time === undefined ? [] : [time + accuracy],
  );
  return { ...context, at: Math.max(context.at, ...times) };
}

function isGood({ indication }: SignatureJudgement): boolean {
  return indication === 'TOTAL-PASSED';
}

/** With revocation data of its own where any was needed, and every timestamp good as well. */
function isProven(judgement: SignatureJudgement): boolean {
  const { evidence, timestamps } = judgement;
  const hasForm = evidence.level === 'B-LT' || evidence.level === 'B-LTA';
  return hasForm && isGood(judgement) && timestamps.every(({ indication }) => indication === 'PASSED');
}
