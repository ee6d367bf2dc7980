import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';

/** 256 random bits, for codes and tokens. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Codes and tokens are kept only as their digest. */
export function digestOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares without telling by its time how much agrees. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digestOfSecret(a), digestOfSecret(b));
}

/** A PIN as scrypt, with its salt. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${(await stretched(pin, salt)).toString('hex')}`;
}

export async function isPin(pin: string, kept: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split(':');
  return timingSafeEqual(await stretched(pin, Buffer.from(salt, 'hex')), Buffer.from(hash, 'hex'));
}

function stretched(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

/** AES-256-GCM; `bound` (the credential's id) must be the same when opening. */
export function encrypt(key: string, bytes: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce).setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the key, the bytes or what they are bound to is another. */
export function decrypt(key: string, bytes: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, 12)).setAAD(
    Buffer.from(bound),
  );
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

/** A value only this service can make for this text: authorisation data are derived, so a restart forgets none. */
export function seal(key: string, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('base64url');
}
