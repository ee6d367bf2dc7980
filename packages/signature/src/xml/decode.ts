import { positionIn, XmlError } from './xml-error.ts';
import type { XmlLimits } from './xml-limits.ts';

/** A file's text, and the same text in UTF-8: the bytes themselves where they are that already. */
export interface DecodedFile {
  readonly text: string;
  readonly bytes: Uint8Array;
}

const start = { line: 1, column: 1 };

/** Throws XmlError: `xml-too-large`, `xml-encoding`, `xml-forbidden-character`. */
export function decodeFile(bytes: Uint8Array, limits: XmlLimits, foreign: boolean): DecodedFile {
  if (bytes.length > limits.bytes) throw new XmlError('xml-too-large', `${bytes.length} bytes`, start);
  const encoding = foreign ? encodingOf(bytes) : 'utf-8';
  const text = encoding === 'latin-1' ? latin1Text(bytes) : decodedText(bytes, encoding);
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new XmlError('xml-forbidden-character', 'NUL', positionIn(text, nul));
  return { text, bytes: encoding === 'utf-8' ? bytes : new TextEncoder().encode(text) };
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1';

/** By byte order mark, else by the declaration. @spec XML 1.0 F */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(latin1Text(bytes.subarray(0, 200)))?.[1];
  return /^(?:iso-8859-1|latin1)$/i.test(declared ?? '') ? 'latin-1' : 'utf-8';
}

/** By hand: what TextDecoder calls ISO 8859-1 is Windows-1252. */
function latin1Text(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return pieces.join('');
}

function decodedText(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  } catch {
    throw new XmlError('xml-encoding', `not ${encoding.toUpperCase()}`, start);
  }
}
