import type { DigestAlgorithm } from './algorithms.ts';
import type { CryptoPort } from './crypto-port.ts';

const encoder = new TextEncoder();
/** For any SignedInfo of thirty references; used again and again, since new memory costs more than the encoding. */
const room = new Uint8Array(96 << 10);
const mostBytesOfUnit = 3;

/** The digest of a text in UTF-8. */
export function digestText(algorithm: DigestAlgorithm, text: string, crypto: CryptoPort): Uint8Array {
  if (text.length * mostBytesOfUnit > room.length) return crypto.digest(algorithm, encoder.encode(text));
  const { written } = encoder.encodeInto(text, room);
  return crypto.digest(algorithm, room.subarray(0, written));
}
