import { constants, createPrivateKey, type KeyObject, privateEncrypt, sign } from 'node:crypto';
import { SignatureError } from '../errors.ts';
import type { Signer } from '../signer.ts';
import { digestAlgorithms, digestOf, type SignatureAlgorithm, signatureAlgorithms } from './algorithms.ts';
import { ecdsaFromDer } from './ecdsa-encoding.ts';
import { curveOrderLength, fits, keyInput, nodeDigestNames } from './node-crypto.ts';

/** A private key from PKCS#8 DER. Throws `key-malformed`. */
export function privateKeyFromPkcs8(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  } catch (error) {
    throw new SignatureError('key-malformed', String(error));
  }
}

/** Signs the data itself; ECDSA as r‖s. Throws `key-does-not-fit-algorithm`. */
export function signData(key: KeyObject, algorithm: SignatureAlgorithm, data: Uint8Array): Uint8Array {
  requireFit(key, algorithm);
  const { digest } = signatureAlgorithms[algorithm];
  const name = digest === undefined ? null : nodeDigestNames[digest];
  const value = new Uint8Array(sign(name, data, keyInput(key, algorithm)));
  const orderLength = curveOrderLength(key);
  return orderLength === undefined ? value : ecdsaFromDer(value, orderLength);
}

/**
 * A signer over a key held in memory, for key files (seal on the server's own key file, tests).
 * RSA PKCS#1 v1.5 only: node:crypto has no ECDSA or PSS over a digest made elsewhere. Throws `algorithm-unsupported`.
 */
export function keyFileSigner(input: {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly privateKeyPkcs8: Uint8Array;
  readonly algorithm?: SignatureAlgorithm;
}): Signer {
  const algorithm = input.algorithm ?? 'rsa-sha256';
  const key = privateKeyFromPkcs8(input.privateKeyPkcs8);
  requireFit(key, algorithm);
  const { certificate, chain } = input;
  const signDigests = async (digests: readonly Uint8Array[]) => digests.map((d) => signDigest(key, algorithm, d));
  return { certificate, chain, algorithm, signDigests };
}

/** RSA PKCS#1 v1.5 over a finished digest: the padding of RFC 8017 9.2 around DigestInfo. */
export function signDigest(key: KeyObject, algorithm: SignatureAlgorithm, digest: Uint8Array): Uint8Array {
  requireFit(key, algorithm);
  if (signatureAlgorithms[algorithm].padding !== 'pkcs1') {
    throw new SignatureError('algorithm-unsupported', `${algorithm} over a finished digest`);
  }
  return new Uint8Array(privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo(algorithm, digest)));
}

/** DigestInfo around a digest: what RSA PKCS#1 v1.5 pads. Throws `signing-failed` for another length than the digest's. */
export function digestInfo(algorithm: SignatureAlgorithm, digest: Uint8Array): Uint8Array {
  const { length } = digestAlgorithms[digestOf(algorithm)];
  if (digest.length !== length) throw new SignatureError('signing-failed', `digest of ${digest.length} bytes`);
  return Buffer.concat([digestInfoPrefix(algorithm), digest]);
}

function digestInfoPrefix(algorithm: SignatureAlgorithm): Uint8Array {
  const { length, oid } = digestAlgorithms[digestOf(algorithm)];
  const lastArc = Number(oid.slice(oid.lastIndexOf('.') + 1));
  const sha2 = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, lastArc];
  return Uint8Array.of(0x30, 17 + length, 0x30, 0x0d, 0x06, 0x09, ...sha2, 0x05, 0x00, 0x04, length);
}

function requireFit(key: KeyObject, algorithm: SignatureAlgorithm): void {
  if (!fits(key, algorithm)) {
    throw new SignatureError('key-does-not-fit-algorithm', `${key.asymmetricKeyType} key, ${algorithm}`);
  }
}
