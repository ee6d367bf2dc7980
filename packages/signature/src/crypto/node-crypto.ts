import { constants, createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { type DigestAlgorithm, type SignatureAlgorithm, signatureAlgorithms } from './algorithms.ts';
import type { CryptoPort, HistoricVerifyInput, VerifyInput } from './crypto-port.ts';
import { ecdsaToDer } from './ecdsa-encoding.ts';

/** The port over node:crypto. Imported keys are kept: a class of 45 sheets is checked against the same few keys. */
export const nodeCrypto: CryptoPort = {
  digest: (algorithm, data) => new Uint8Array(hash(nodeDigestNames[algorithm], data, 'buffer')),
  verify: verifySignature,
  verifyHistoric,
};

export const nodeDigestNames: Readonly<Record<DigestAlgorithm, string>> = {
  'sha-256': 'sha256',
  'sha-384': 'sha384',
  'sha-512': 'sha512',
  'sha-1': 'sha1',
};

function verifySignature({ algorithm, publicKey, data, signature, saltLength }: VerifyInput): boolean {
  const key = importedKey(publicKey);
  if (key === undefined || !fits(key, algorithm) || signature.length !== signatureLength(key)) return false;
  const { family, digest } = signatureAlgorithms[algorithm];
  const name = digest === undefined ? null : nodeDigestNames[digest];
  try {
    const value = family === 'ec' ? ecdsaToDer(signature) : signature;
    return verify(name, data, keyInput(key, algorithm, saltLength), value);
  } catch {
    return false;
  }
}

const historicKeyTypes = { rsa: 'rsa', ecdsa: 'ec', dsa: 'dsa' } as const;

function verifyHistoric({ algorithm, publicKey, data, signature }: HistoricVerifyInput): boolean {
  const key = importedKey(publicKey);
  if (key === undefined || key.asymmetricKeyType !== historicKeyTypes[algorithm.family]) return false;
  try {
    return verify(algorithm.digest.replace('-', ''), data, key, signature);
  } catch {
    return false;
  }
}

/**
 * How node:crypto must be told to use this key; PSS with a salt as long as the digest unless said otherwise. The key alone
 * means PKCS #1 v1.5 padding and ECDSA in DER: to Node, unpacking options costs as much as signing with P-256.
 */
export function keyInput(key: KeyObject, algorithm: SignatureAlgorithm, saltLength?: number) {
  if (signatureAlgorithms[algorithm].padding !== 'pss') return key;
  const salt = saltLength ?? constants.RSA_PSS_SALTLEN_DIGEST;
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: salt };
}

/** A public key may serve only its own family: an RSA key never checks an ECDSA signature, nor the reverse. */
export function fits(key: KeyObject, algorithm: SignatureAlgorithm): boolean {
  const { family, padding } = signatureAlgorithms[algorithm];
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return family === 'rsa';
    case 'rsa-pss':
      return family === 'rsa' && padding === 'pss';
    case 'ec':
      return family === 'ec' && curveOrderLength(key) !== undefined;
    case 'ed25519':
      return family === 'ed25519';
    default:
      return false;
  }
}

function signatureLength(key: KeyObject): number | undefined {
  switch (key.asymmetricKeyType) {
    case 'ec':
      return 2 * (curveOrderLength(key) ?? Number.NaN);
    case 'ed25519':
      return 64;
    default:
      return Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? Number.NaN) / 8);
  }
}

/** Bytes of a number of the key's curve; undefined for curves none of ours and for other keys. */
export function curveOrderLength(key: KeyObject): number | undefined {
  switch (key.asymmetricKeyDetails?.namedCurve) {
    case 'prime256v1':
      return 32;
    case 'secp384r1':
      return 48;
    case 'secp521r1':
      return 66;
    default:
      return undefined;
  }
}

const keptKeys = new Map<string, KeyObject | undefined>();
const keptKeysLimit = 2_000;

function importedKey(spki: Uint8Array): KeyObject | undefined {
  const name = Buffer.from(spki.buffer, spki.byteOffset, spki.byteLength).toString('latin1');
  if (keptKeys.has(name)) return keptKeys.get(name);
  if (keptKeys.size >= keptKeysLimit) keptKeys.clear();
  const key = importKey(spki);
  keptKeys.set(name, key);
  return key;
}

function importKey(spki: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}
