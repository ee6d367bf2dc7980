const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const characters = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
const padding = '='.charCodeAt(0);
const decoder = new TextDecoder();
const none = -1;
const sextets = new Int32Array(128).fill(none);
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
  const whole = padded === 0 ? text.length : text.length - 4;
  let filled = 0;
  // A character that is none gives a number below zero, and so does every group it is in.
  for (let at = 0; at < whole; at += 4) {
    const group = sextet(text, at, 18) | sextet(text, at + 1, 12) | sextet(text, at + 2, 6) | sextet(text, at + 3, 0);
    if (group < 0) return undefined;
    bytes[filled] = group >> 16;
    bytes[filled + 1] = group >> 8;
    bytes[filled + 2] = group;
    filled += 3;
  }
  if (padded === 0) return bytes;
  const group = sextet(text, whole, 18) | sextet(text, whole + 1, 12) | (padded === 1 ? sextet(text, whole + 2, 6) : 0);
  bytes[filled] = group >> 16;
  if (padded === 1) bytes[filled + 1] = group >> 8;
  const stray = padded === 1 ? 0xff : 0xffff;
  return group < 0 || (group & stray) !== 0 ? undefined : bytes;
}

function sextet(text: string, at: number, shift: number): number {
  const code = text.charCodeAt(at);
  return (code < 128 ? (sextets[code] ?? none) : none) << shift;
}
