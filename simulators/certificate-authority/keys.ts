import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { publicKeyFacts, type SignatureAlgorithm, type Signer } from '@hocba/signature';
import { privateKeyFromPkcs8, signData, signDigest } from '@hocba/signature/node';
import { signDigestWithEcdsa } from './ecdsa-over-digest.ts';

export type KeyKind = 'rsa-2048' | 'rsa-3072' | 'p-256';

/** A key pair in node's own form, with the algorithm it signs by here. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly spki: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
}

export function generateKey(kind: KeyKind): SigningKey {
  if (kind === 'p-256') return keyFrom(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  return keyFrom(generateKeyPairSync('rsa', { modulusLength: kind === 'rsa-2048' ? 2048 : 3072 }));
}

export function importKey(pkcs8: Uint8Array, spki: Uint8Array): SigningKey {
  return { privateKey: privateKeyFromPkcs8(pkcs8), spki, algorithm: algorithmFor(spki) };
}

export function exportKey(key: SigningKey): Uint8Array {
  return new Uint8Array(key.privateKey.export({ format: 'der', type: 'pkcs8' }));
}

/** The data signed by the key's own algorithm; ECDSA as r‖s. */
export function signWith(key: SigningKey, data: Uint8Array): Uint8Array {
  return signData(key.privateKey, key.algorithm, data);
}

/** A Signer over the key; unlike a key file in the product, ECDSA works too. */
export function signerOver(key: SigningKey, certificate: Uint8Array, chain: readonly Uint8Array[]): Signer {
  const sign = (digest: Uint8Array) =>
    key.algorithm === 'ecdsa-sha256'
      ? signDigestWithEcdsa(key.privateKey, digest)
      : signDigest(key.privateKey, key.algorithm, digest);
  return { certificate, chain, algorithm: key.algorithm, signDigests: async (digests) => digests.map(sign) };
}

function algorithmFor(spki: Uint8Array): SignatureAlgorithm {
  return publicKeyFacts(spki).family === 'ec' ? 'ecdsa-sha256' : 'rsa-sha256';
}

function keyFrom(pair: { publicKey: KeyObject; privateKey: KeyObject }): SigningKey {
  const spki = new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }));
  return { privateKey: pair.privateKey, spki, algorithm: algorithmFor(spki) };
}
