import { createHash } from 'node:crypto';

/** SHA-256, lower-case hex; of a text, its UTF-8 octets. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
