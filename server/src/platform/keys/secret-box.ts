import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keeps provider secrets in the database unreadable without the key of the settings. `purpose` is bound in. */
export interface SecretBox {
  seal(secret: string | Uint8Array, purpose: string): string;
  /** @throws Error when altered, or sealed for something else. */
  open(sealed: string, purpose: string): Buffer;
}

const TAG_BYTES = 16;

/** AES-256-GCM; `key` is 32 bytes in hex. */
export function createSecretBox(key: string): SecretBox {
  const keyBytes = Buffer.from(key, 'hex');
  if (keyBytes.length !== 32) throw new Error('encryptionKey must be 64 hex digits');
  return {
    seal: (secret, purpose) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyBytes, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open: (sealed, purpose) => {
      const bytes = Buffer.from(sealed, 'base64');
      // Without the length a shorter tag would do, which is easier to guess.
      const options = { authTagLength: TAG_BYTES };
      const decipher = createDecipheriv('aes-256-gcm', keyBytes, bytes.subarray(0, 12), options);
      decipher.setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    },
  };
}
