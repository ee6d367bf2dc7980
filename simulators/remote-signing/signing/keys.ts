import { generateKeyPair, type KeyObject, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { ecdsaToDer } from '@hocba/signature';
import { privateKeyFromPkcs8, signDigest } from '@hocba/signature/node';
import { signDigestWithEcdsa } from '../../certificate-authority/ecdsa-over-digest.ts';
import type { RemoteSigningConfig } from '../config.ts';
import { decrypt, encrypt } from '../secrets.ts';

export type KeyKind = 'p-256' | 'rsa-2048' | 'rsa-3072';

export const KEY_KINDS: readonly KeyKind[] = ['p-256', 'rsa-2048', 'rsa-3072'];

/** How the API names what a key of each kind does. */
export const KEY_FACTS: Readonly<Record<KeyKind, { algo: readonly string[]; len: number; curve?: string }>> = {
  'p-256': { algo: ['1.2.840.10045.4.3.2'], len: 256, curve: '1.2.840.10045.3.1.7' },
  'rsa-2048': { algo: ['1.2.840.113549.1.1.11', '1.2.840.113549.1.1.1'], len: 2048 },
  'rsa-3072': { algo: ['1.2.840.113549.1.1.11', '1.2.840.113549.1.1.1'], len: 3072 },
};

/** SHA-256, the one digest this service signs. */
export const SHA256 = '2.16.840.1.101.3.4.2.1';

/** A new key for a new credential; the private half leaves only encrypted. */
export async function makeKey(config: RemoteSigningConfig, kind: KeyKind) {
  const credentialId = randomUUID();
  const { publicKey, privateKey } = await keyPair(kind);
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  return {
    credentialId,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    encryptedKey: encrypt(config.encryptionKey, pkcs8, credentialId),
  };
}

/** A new pair in the clear. */
export function keyPair(kind: KeyKind): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  const generate = promisify(generateKeyPair);
  if (kind === 'p-256') return generate('ec', { namedCurve: 'P-256' });
  return generate('rsa', { modulusLength: kind === 'rsa-2048' ? 2048 : 3072 });
}

/** A credential's key, opened for one request. */
export interface OpenKey {
  readonly kind: KeyKind;
  readonly key: KeyObject;
}

/** @throws Error when the service's encryption key is another. */
export function openKey(
  config: RemoteSigningConfig,
  credential: { readonly credentialId: string; readonly kind: KeyKind; readonly encryptedKey: Buffer },
): OpenKey {
  const pkcs8 = decrypt(config.encryptionKey, credential.encryptedKey, credential.credentialId);
  return openPkcs8(credential.kind, pkcs8);
}

export function openPkcs8(kind: KeyKind, pkcs8: Uint8Array): OpenKey {
  return { kind, key: privateKeyFromPkcs8(pkcs8) };
}

/** Signs a SHA-256 digest; ECDSA in the form the settings say. */
export function signOne({ kind, key }: OpenKey, digest: Uint8Array, ecdsaForm: 'raw' | 'der'): Uint8Array {
  if (kind !== 'p-256') return signDigest(key, 'rsa-sha256', digest);
  const raw = signDigestWithEcdsa(key, digest);
  return ecdsaForm === 'raw' ? raw : ecdsaToDer(raw);
}
