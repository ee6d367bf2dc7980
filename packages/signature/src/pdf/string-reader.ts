import { SignatureError } from '../errors.ts';
import { hexDigit, isWhitespace } from './characters.ts';

interface ReadString {
  readonly value: Uint8Array;
  readonly end: number;
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12, '(': 40, ')': 41, '\\': 92 };

/** `( … )` with its escapes and balanced parentheses. @spec ISO 32000-1 7.3.4.2 */
export function readLiteralString(bytes: Uint8Array, start: number): ReadString {
  const end = literalEnd(bytes, start);
  const value = new Uint8Array(end - start);
  let length = 0;
  for (let at = start + 1; at < end - 1; ) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x5c) {
      const escaped = readEscape(bytes, at + 1);
      if (escaped.byte !== undefined) {
        value[length] = escaped.byte;
        length += 1;
      }
      at = escaped.end;
    } else {
      value[length] = byte === 0x0d ? 0x0a : byte;
      length += 1;
      at += byte === 0x0d && bytes[at + 1] === 0x0a ? 2 : 1;
    }
  }
  return { value: value.slice(0, length), end };
}

/** After the parenthesis that closes the first one. */
function literalEnd(bytes: Uint8Array, start: number): number {
  let open = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) open += 1;
    else if (byte === 0x29) open -= 1;
    if (open === 0) return at + 1;
  }
  throw new SignatureError('pdf-malformed', `string without an end at byte ${start}`);
}

function readEscape(bytes: Uint8Array, at: number): { byte?: number; end: number } {
  const byte = bytes[at] ?? 0;
  if (byte === 0x0d) return { end: bytes[at + 1] === 0x0a ? at + 2 : at + 1 };
  if (byte === 0x0a) return { end: at + 1 };
  let octal = 0;
  let digits = 0;
  for (let next = bytes[at] ?? 0; digits < 3 && next >= 0x30 && next <= 0x37; next = bytes[at + digits] ?? 0) {
    octal = octal * 8 + next - 0x30;
    digits += 1;
  }
  if (digits > 0) return { byte: octal & 0xff, end: at + digits };
  return { byte: escapes[String.fromCharCode(byte)] ?? byte, end: at + 1 };
}

/** `< … >`; an odd last digit counts as followed by 0. @spec ISO 32000-1 7.3.4.3 */
export function readHexString(bytes: Uint8Array, start: number): ReadString {
  let end = start + 1;
  while (bytes[end] !== 0x3e) {
    if (bytes[end] === undefined) throw new SignatureError('pdf-malformed', `string without an end at byte ${start}`);
    end += 1;
  }
  const value = new Uint8Array((end - start) >> 1);
  let digits = 0;
  for (let at = start + 1; at < end; at += 1) {
    const digit = hexDigit(bytes[at]);
    if (digit >= 0) {
      value[digits >> 1] = (value[digits >> 1] ?? 0) + (digits % 2 === 0 ? digit * 16 : digit);
      digits += 1;
    } else if (!isWhitespace(bytes[at])) {
      throw new SignatureError('pdf-malformed', `character ${bytes[at]} in a hexadecimal string at byte ${at}`);
    }
  }
  return { value: value.slice(0, (digits + 1) >> 1), end: end + 1 };
}
