import { constants, createPublicKey, type KeyObject, publicDecrypt } from 'node:crypto';
import { SignatureError } from '../errors.ts';
import { type SignatureAlgorithm, signatureAlgorithms } from './algorithms.ts';
import { isEcdsaOverDigest } from './ecdsa-over-digest.ts';
import { fits } from './node-crypto.ts';
import { digestInfo } from './node-signing.ts';

export interface DigestToVerify {
  readonly algorithm: SignatureAlgorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly digest: Uint8Array;
  /** ECDSA as r‖s. */
  readonly signature: Uint8Array;
}

/**
 * Whether a signature is right where only the digest is at hand: what signers check before they return anything. Where
 * the data is at hand, `nodeCrypto.verify` is the judge. Throws `algorithm-unsupported` for PSS and Ed25519.
 */
export function verifyDigest({ algorithm, publicKey, digest, signature }: DigestToVerify): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  if (!fits(key, algorithm)) return false;
  const { family, padding } = signatureAlgorithms[algorithm];
  if (family === 'ec') return isEcdsaOverDigest(pointOf(key), digest, signature);
  if (padding !== 'pkcs1') throw new SignatureError('algorithm-unsupported', `${algorithm} over a finished digest`);
  return equals(recovered(key, signature), digestInfo(algorithm, digest));
}

function recovered(key: KeyObject, signature: Uint8Array): Uint8Array | undefined {
  try {
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
  } catch {
    return undefined;
  }
}

function equals(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.from(a).equals(b);
}

function pointOf(key: KeyObject) {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
  return { curve, x: numberOf(Buffer.from(x, 'base64url')), y: numberOf(Buffer.from(y, 'base64url')) };
}

function numberOf(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex') || '0'}`);
}
