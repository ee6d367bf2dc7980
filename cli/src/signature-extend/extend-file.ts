import {
  type Certificate,
  type ExtensionOutcome,
  extendablePdf,
  extendableXml,
  extendSignatures,
  readMaterial,
  type Stamp,
  sameName,
  type ValidationContext,
} from '@hocba/signature';
import { nodeCrypto, nodePdfTools } from '@hocba/signature/node';
import { contextOf } from '../signature-check/check-file.ts';
import type { CheckJob } from '../signature-check/check-job.ts';
import { fileKind } from '../signature-check/file-kind.ts';
import { readSignatures } from '../signature-check/read-signatures.ts';

export interface ExtensionOrder {
  readonly job: CheckJob;
  readonly level: 'B-LT' | 'B-LTA';
  readonly stamp: Stamp | undefined;
}

/** One file’s outcome; undefined for what is neither XML nor PDF. Throws SignatureError, `TimestampMissing`. */
export async function extendFile(
  file: Uint8Array,
  { job, level, stamp }: ExtensionOrder,
): Promise<ExtensionOutcome | undefined> {
  const kind = extendable(file, job);
  if (kind === undefined) return undefined;
  const given = contextOf(job);
  const context =
    given.anchors.length > 0 ? given : { ...given, anchors: await rootsKnown(file, { kind, context: given }) };
  return extendSignatures({ file, kind, level, context, ...(stamp && { stamp }) });
}

function extendable(file: Uint8Array, job: CheckJob) {
  const { certificates } = job.material;
  switch (fileKind(file)) {
    case 'pdf':
      return extendablePdf({ crypto: nodeCrypto, tools: nodePdfTools, certificates });
    case 'xml':
      return extendableXml({ crypto: nodeCrypto, read: (xml) => readSignatures(xml, 'xml', job) });
    default:
      return undefined;
  }
}

/** Where nobody is trusted: whatever roots are known serve to ask whether the material is complete, and for nothing more. */
async function rootsKnown(
  file: Uint8Array,
  { kind, context }: { kind: NonNullable<ReturnType<typeof extendable>>; context: ValidationContext },
): Promise<ValidationContext['anchors']> {
  const embedded = (await kind.read(file)).flatMap((evidence) => readMaterial(evidence).certificates);
  const isRoot = ({ subject, issuer }: Certificate) => sameName(subject, issuer);
  const roots = new Set([...context.material.certificates, ...embedded].filter(isRoot));
  return [...roots].map((certificate) => ({ certificate }));
}
