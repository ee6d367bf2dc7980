import type { Certificate } from '../certificate/certificate.ts';
import { type SignatureAlgorithm, signatureAlgorithms } from '../crypto/index.ts';
import { type CryptoUse, cryptoSuitability, type ValidationPolicy } from '../crypto-policy/index.ts';
import type { RevocationEvidence } from '../revocation/index.ts';
import { type Conclusion, indeterminateWith, passed } from './conclusion.ts';
import type { AlgorithmUse } from './signature-evidence.ts';

/** Material whose algorithm or key is not good enough at a time. */
export interface WeakMaterial {
  /** DER of the certificate or revocation data; absent: the signature or token itself. */
  readonly der?: Uint8Array;
  readonly detail: string;
  /** Until when it was good, epoch milliseconds; absent: never. */
  readonly until?: number;
}

/** What of a signature’s own algorithms is weak at a time. @spec EN 319 102-1 5.2.8.4.1 */
export function weakAlgorithms(uses: readonly AlgorithmUse[], at: number, policy: ValidationPolicy) {
  return uses.flatMap((use): WeakMaterial[] => {
    if (use.algorithm === 'unknown') return [{ detail: `${use.where}: unknown algorithm` }];
    return weakness(cryptoUse(use), at, policy).map((weak) => ({ ...weak, detail: `${use.where}: ${weak.detail}` }));
  });
}

function cryptoUse({ algorithm, keyBits }: AlgorithmUse): CryptoUse {
  if (!isSignatureAlgorithm(algorithm)) return { digest: algorithm };
  return { algorithm, ...(keyBits === undefined ? {} : { keyBits }) };
}

function isSignatureAlgorithm(name: string): name is SignatureAlgorithm {
  return Object.hasOwn(signatureAlgorithms, name);
}

/** What of a path and its revocation data is weak at a time; the anchor is trusted of itself. */
export function weakInPath(
  { path, revocations }: { path: readonly Certificate[]; revocations: readonly (RevocationEvidence | undefined)[] },
  at: number,
  policy: ValidationPolicy,
): readonly WeakMaterial[] {
  return path.slice(0, -1).flatMap((certificate, i) => {
    const issuer = path[i + 1];
    const data = revocations[i];
    return [
      ...(issuer ? weakSignature(certificate, { by: issuer, what: certificate.subject.text }, { at, policy }) : []),
      ...(data ? weakRevocationData(data, at, policy) : []),
    ];
  });
}

/** What of a list or an answer is weak at a time. */
export function weakRevocationData(data: RevocationEvidence, at: number, policy: ValidationPolicy): WeakMaterial[] {
  return weakSignature(data.object, { by: data.signer, what: data.source }, { at, policy });
}

/** Whether the signature on a certificate, list or answer is weak at a time; `by` holds the key that made it. */
export function weakSignature(
  { der, signatureAlgorithm: algorithm }: { der: Uint8Array; signatureAlgorithm?: SignatureAlgorithm },
  { by, what }: { by: Certificate; what: string },
  { at, policy }: { at: number; policy: ValidationPolicy },
): WeakMaterial[] {
  if (algorithm === undefined) return [{ der, detail: `${what}: unknown algorithm` }];
  const use = { algorithm, keyBits: by.publicKeyAlgorithm.bits };
  return weakness(use, at, policy).map((weak) => ({ ...weak, der, detail: `${what}: ${weak.detail}` }));
}

function weakness(use: CryptoUse, at: number, policy: ValidationPolicy): WeakMaterial[] {
  const answer = cryptoSuitability(use, at, policy);
  if (answer.suitable) return [];
  return [{ detail: answer.detail, ...(answer.until === undefined ? {} : { until: answer.until }) }];
}

/** Open rather than failed: what is weak now may be proven to be older. */
export function weaknessConclusion(weak: readonly WeakMaterial[]): Conclusion {
  if (weak.length === 0) return passed;
  const detail = weak.map((one) => one.detail).join('; ');
  return indeterminateWith('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', { code: 'algorithm-too-weak', detail });
}
