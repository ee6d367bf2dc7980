import type { CryptoPort } from '../../crypto/index.ts';
import { SignatureError } from '../../errors.ts';
import { type PdfFile, type PdfLimits, type PdfTools, readAnyPdf, readFields } from '../../pdf/index.ts';
import type { SignatureEvidence } from '../../validation/signature-evidence.ts';
import { RevisionHistory } from '../revision-history.ts';
import { claimsOf, type SignedField, signedFields } from '../signature-value.ts';
import { documentTimestamps } from './document-timestamps.ts';
import { evidenceOf, type PlacedEvidence } from './one-signature.ts';
import { readSecurityStore } from './security-store.ts';
import { evidenceOfUnreadable } from './unreadable-file.ts';

export interface PadesEvidenceInput {
  readonly crypto: CryptoPort;
  readonly tools: PdfTools;
  readonly limits?: PdfLimits;
  /** Certificates from elsewhere, for signatures that do not carry their own, DER. */
  readonly certificates?: readonly Uint8Array[];
}

/** Each signature costs a digest of the file up to its revision: all together may cost this many bytes. */
const mostDigestedBytes = 4 * 2 ** 30;
/** Each revision costs a look at every object before it: all together may cost this many. */
const mostComparedObjects = 3_000_000;

/**
 * What a PDF of any program says of each of its signatures, in the order they were made; document timestamps stand with the
 * signatures they cover. Empty when there is none. A signed file that cannot be read in one way only gives evidence that
 * says why and nothing else. Throws SignatureError (`pdf-…`) for such a file without signatures, for one that is encrypted
 * (`pdf-encrypted`) or past the limits (`pdf-too-large`).
 * @spec EN 319 142-1, ISO 32000-2 12.8
 */
export async function readPadesEvidence(bytes: Uint8Array, input: PadesEvidenceInput): Promise<SignatureEvidence[]> {
  try {
    const file = readAnyPdf(bytes, input.tools, input.limits);
    const signed = signedFields(file, readFields(file));
    refuseTooCostly(file, signed);
    return await evidenceOfAll(file, signed, input);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    return evidenceOfUnreadable(bytes, error);
  }
}

async function evidenceOfAll(
  file: PdfFile,
  signed: readonly SignedField[],
  { crypto, certificates = [] }: PadesEvidenceInput,
): Promise<SignatureEvidence[]> {
  const whole = {
    ...{ file, signed, crypto, certificates },
    history: new RevisionHistory(file),
    store: readSecurityStore(file),
    timestamps: documentTimestamps(file, signed, crypto),
  };
  const evidence: PlacedEvidence[] = [];
  const read = new Set<number>();
  for (const one of signed) {
    if (read.has(one.objectNumber)) continue;
    read.add(one.objectNumber);
    const claims = claimsOf(file, one.dictionary);
    if (claims.kind === 'signature') evidence.push(await evidenceOf(whole, one, claims));
  }
  return evidence.toSorted((a, b) => a.end - b.end).map(({ of }) => of);
}

function refuseTooCostly({ bytes, revisions }: PdfFile, signed: readonly SignedField[]): void {
  const objects = revisions.reduce((sum, { entries }) => sum + entries.size, 0);
  if (signed.length * bytes.length > mostDigestedBytes || revisions.length * objects > mostComparedObjects) {
    throw new SignatureError('pdf-too-large', `${signed.length} signatures, ${revisions.length} revisions`);
  }
}
