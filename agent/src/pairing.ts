import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Lets only the browser in that was given the code shown at this PC. */
export interface Pairing {
  /** Shown once, when it was made; undefined later. */
  readonly newCode: string | undefined;
  isRight(code: string): boolean;
}

/** Makes a code where there is none yet; the file holds only its digest. Deleting the file ends all pairings. */
export function openPairing(file: string): Pairing {
  const newCode = existsSync(file) ? undefined : randomBytes(20).toString('hex');
  if (newCode !== undefined) writeFileSync(file, digestOf(newCode).toString('hex'), { mode: 0o600 });
  const kept = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  return { newCode, isRight: (code) => kept.length === 32 && timingSafeEqual(digestOf(code), kept) };
}

function digestOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
