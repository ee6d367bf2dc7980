import type { CryptoPort, DigestAlgorithm } from '../../crypto/index.ts';
import type { PdfFile, PdfRevision } from '../../pdf/index.ts';
import { concatBytes } from '../../pdf/text-bytes.ts';
import { readCms } from '../check-cms.ts';
import { readCoverage, type SignatureCoverage } from '../coverage.ts';
import { claimsOf, type SignedField } from '../signature-value.ts';
import { cmsInHole } from './cms-in-hole.ts';
import { readSecurityStore, type SecurityStore } from './security-store.ts';

/** A timestamp over the file as it was after one revision. @spec EN 319 142-1 5.4.3 */
export interface DocumentTimestamp {
  /** Name of its field. */
  readonly id: string;
  readonly revision: PdfRevision;
  readonly token: Uint8Array;
  imprint(algorithm: DigestAlgorithm): Uint8Array;
  /** Validation data and earlier tokens that stood in the file, DER. */
  readonly objects: readonly Uint8Array[];
  readonly store: SecurityStore;
}

/** The document timestamps whose bytes are beyond doubt, oldest first; others prove nothing and are left out. */
export function documentTimestamps(
  file: PdfFile,
  signed: readonly SignedField[],
  crypto: CryptoPort,
): readonly DocumentTimestamp[] {
  const found = signed.flatMap((one) => {
    if (claimsOf(file, one.dictionary).kind !== 'documentTimestamp') return [];
    const coverage = readCoverage(file, one);
    if ('code' in coverage) return [];
    const token = cmsInHole(file.bytes, coverage, true);
    return 'code' in token ? [] : [{ id: one.field.name, coverage, token }];
  });
  found.sort((a, b) => a.coverage.end - b.coverage.end);
  const tokens: Uint8Array[] = [];
  return found.map(({ id, coverage, token }) => {
    const store = readSecurityStore(file.asOf(coverage.revision.index));
    const inside = [...tokens, ...tokens.flatMap((earlier) => readCms(earlier)?.certificates ?? [])];
    const objects = [...inside, ...store.certificates, ...store.crls, ...store.ocsps];
    tokens.push(token);
    return { id, revision: coverage.revision, token, imprint: imprintOf(file.bytes, coverage, crypto), objects, store };
  });
}

function imprintOf(bytes: Uint8Array, coverage: SignatureCoverage, crypto: CryptoPort) {
  const known = new Map<DigestAlgorithm, Uint8Array>();
  return (algorithm: DigestAlgorithm) => {
    const digest = known.get(algorithm) ?? crypto.digest(algorithm, signedBytes(bytes, coverage));
    known.set(algorithm, digest);
    return digest;
  };
}

/** What the signature is over: the file up to the end of its revision without the hole. */
export function signedBytes(bytes: Uint8Array, { holeStart, holeEnd, end }: SignatureCoverage): Uint8Array {
  return concatBytes(bytes.subarray(0, holeStart), bytes.subarray(holeEnd, end));
}
