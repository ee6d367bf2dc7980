import type { DigestAlgorithm } from './algorithms.ts';
import type { CryptoPort } from './crypto-port.ts';

/**
 * What a digest in a signature or timestamp must be of: the data, a digest of it made before, or a way to make one where
 * the algorithm is only known from the signature (a PDF's byte ranges).
 */
export type DigestSource =
  | { readonly data: Uint8Array }
  | { readonly digest: Uint8Array }
  | { readonly digestBy: (algorithm: DigestAlgorithm) => Uint8Array };

export function digestFrom(source: DigestSource, algorithm: DigestAlgorithm, crypto: CryptoPort): Uint8Array {
  if ('digest' in source) return source.digest;
  return 'data' in source ? crypto.digest(algorithm, source.data) : source.digestBy(algorithm);
}
