/** One character a byte: the only encoding in which PDF syntax can be read without loss. */
export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  if (bytes.length < 64) {
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  }
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

export function latin1Bytes(text: string): Uint8Array {
  const encoded = new TextEncoder().encode(text);
  // As many bytes as characters: all of it was ASCII, where both encodings agree.
  if (encoded.length === text.length) return encoded;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Two lower-case hexadecimal digits a byte. */
export function hexBytes(bytes: Uint8Array): Uint8Array {
  const digits = new Uint8Array(bytes.length * 2);
  let at = 0;
  for (const byte of bytes) {
    digits[at] = hexDigitCode(byte >> 4);
    digits[at + 1] = hexDigitCode(byte & 15);
    at += 2;
  }
  return digits;
}

function hexDigitCode(value: number): number {
  return value < 10 ? 0x30 + value : 0x57 + value;
}

/** A PDF text string: ASCII as it is, anything else as UTF-16BE with its mark. @spec ISO 32000-1 7.9.2.2 */
export function textStringBytes(text: string): Uint8Array {
  if (/^[\x20-\x7e]*$/.test(text)) return latin1Bytes(text);
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xfe, 0xff]);
  for (let at = 0; at < text.length; at += 1) {
    bytes[2 + at * 2] = text.charCodeAt(at) >> 8;
    bytes[3 + at * 2] = text.charCodeAt(at) & 0xff;
  }
  return bytes;
}

/** The reverse; bytes without a Unicode mark are read as Latin-1, which is PDFDocEncoding where names need it. */
export function textOfString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    let text = '';
    for (let at = 2; at + 1 < bytes.length; at += 2)
      text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    return text;
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3));
  return latin1Text(bytes);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
