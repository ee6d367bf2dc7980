import { parseCertificate } from '../certificate/parse-certificate.ts';
import { SignatureError } from '../errors.ts';
import type { Signer } from '../signer.ts';
import { digestAlgorithms, digestOf, type SignatureAlgorithm } from './algorithms.ts';
import { verifyDigest } from './node-verify-digest.ts';

/** @throws SignatureError `signing-failed` unless every digest has the length of the algorithm's own. */
export function requireDigests(algorithm: SignatureAlgorithm, digests: readonly Uint8Array[]): void {
  const { length } = digestAlgorithms[digestOf(algorithm)];
  const wrong = digests.find((digest) => digest.length !== length);
  if (wrong) throw new SignatureError('signing-failed', `digest of ${wrong.length} bytes instead of ${length}`);
}

/** The signer with nothing taken on trust: one signature for each digest, each verified under the certificate before it is returned. */
export function checkedSigner(signer: Signer): Signer {
  const { algorithm } = signer;
  const publicKey = parseCertificate(signer.certificate).spki;
  return {
    ...signer,
    signDigests: async (digests, options = {}) => {
      options.signal?.throwIfAborted();
      requireDigests(algorithm, digests);
      const signatures = await signer.signDigests(digests, options);
      if (signatures.length !== digests.length) {
        throw new SignatureError('signing-failed', `${signatures.length} signatures for ${digests.length} digests`);
      }
      digests.forEach((digest, index) => {
        const signature = signatures[index] ?? new Uint8Array();
        if (verifyDigest({ algorithm, publicKey, digest, signature })) return;
        throw new SignatureError('signing-failed', `signature ${index} does not verify under the certificate`);
      });
      return signatures;
    },
  };
}
