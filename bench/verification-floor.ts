import { createPublicKey, hash, verify } from 'node:crypto';
import { type CryptoPort, ecdsaToDer, signatureAlgorithms, type VerifyInput } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';

/**
 * What some verification asked of cryptography, to be asked again with nothing around it: each different signature and each
 * different text digested once. Signature values and tokens are asked about in every record; certificates and lists only
 * once for all records under one trust.
 */
export class VerificationFloor {
  readonly #signatures = new Map<string, () => boolean>();
  readonly #texts = new Map<string, Uint8Array>();

  /** The port to verify with while the questions are written down. */
  readonly port: CryptoPort = {
    digest: (algorithm, data) => {
      this.#texts.set(nameOf(data), data.slice());
      return nodeCrypto.digest(algorithm, data);
    },
    verify: (input) => {
      this.#signatures.set(nameOf(input.data) + nameOf(input.signature), bareQuestion(input));
      return nodeCrypto.verify(input);
    },
  };

  get signatures(): number {
    return this.#signatures.size;
  }

  readonly verifyAll = (): void => {
    for (const ask of this.#signatures.values()) if (!ask()) throw new Error('a signature measured is wrong');
  };

  readonly digestAll = (): void => {
    for (const text of this.#texts.values()) hash('sha256', text, 'buffer');
  };
}

/** SHA-256 signatures, as the samples have them; key and value in the form that costs Node least. */
function bareQuestion({ algorithm, publicKey, data, signature }: VerifyInput): () => boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  const value = signatureAlgorithms[algorithm].family === 'ec' ? ecdsaToDer(signature) : signature;
  const own = data.slice();
  return () => verify('sha256', own, key, value);
}

function nameOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64');
}
