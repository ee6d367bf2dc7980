const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const characters = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
const padding = '='.charCodeAt(0);
const decoder = new TextDecoder();
const none = 0xff;
const sextets = new Uint8Array(256).fill(none);
for (const [value, character] of [...alphabet].entries()) sextets[character.charCodeAt(0)] = value;

/** Base64 in one line, as every value in a signature is written. By hand: `btoa` wants a string and is slower. */
export function encodeBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(padding);
  let written = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    codes[written] = characters[group >> 18] ?? 0;
    codes[written + 1] = characters[(group >> 12) & 63] ?? 0;
    if (left > 1) codes[written + 2] = characters[(group >> 6) & 63] ?? 0;
    if (left > 2) codes[written + 3] = characters[group & 63] ?? 0;
    written += 4;
  }
  return decoder.decode(codes);
}

/**
 * The bytes, or undefined for anything but the one way to write them: no stray characters, no stray bits. By hand,
 * since certificates and tokens are most of a file and `atob` costs more than everything else of a check together.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const padded = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text === '' || text.length % 4 !== 0) return undefined;
  const bytes = new Uint8Array((text.length / 4) * 3 - padded);
  const significant = text.length - padded;
  let buffer = 0;
  let bits = 0;
  let filled = 0;
  for (let at = 0; at < significant; at += 1) {
    const sextet = sextets[text.charCodeAt(at)] ?? none;
    if (sextet === none) return undefined;
    buffer = ((buffer << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[filled] = buffer >> bits;
    filled += 1;
  }
  return (buffer & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}
