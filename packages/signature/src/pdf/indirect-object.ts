import { SignatureError } from '../errors.ts';
import { isWhitespace } from './characters.ts';
import type { PdfDictionary, PdfReference, PdfStream, PdfValue } from './pdf-value.ts';
import { ValueReader } from './value-reader.ts';

/** `n g obj … endobj` and where it stands: `start` at its number, `end` after `endobj`. */
export interface IndirectObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  readonly start: number;
  readonly end: number;
}

/** What an indirect /Length says; undefined when it may not be looked up (cross-reference streams). */
export type LengthOf = (reference: PdfReference) => number | undefined;

/** @spec ISO 32000-1 7.3.10 */
export function readIndirectObject(bytes: Uint8Array, start: number, lengthOf: LengthOf): IndirectObject {
  const reader = new ValueReader(bytes, start);
  while (isWhitespace(bytes[reader.position])) reader.position += 1;
  const begin = reader.position;
  const number = reader.naturalNumber();
  reader.skipSpace();
  const generation = reader.naturalNumber();
  reader.skipSpace();
  reader.expect('obj');
  const value = reader.value();
  reader.skipSpace();
  const complete = value.kind === 'dictionary' && reader.accept('stream') ? readStream(reader, value, lengthOf) : value;
  reader.skipSpace();
  reader.expect('endobj');
  return { number, generation, value: complete, start: begin, end: reader.position };
}

function readStream(reader: ValueReader, dictionary: PdfDictionary, lengthOf: LengthOf): PdfStream {
  const { bytes } = reader;
  if (bytes[reader.position] === 0x0d && bytes[reader.position + 1] === 0x0a) reader.position += 2;
  else if (bytes[reader.position] === 0x0a) reader.position += 1;
  else throw reader.malformed('line end after "stream" expected');
  const length = streamLength(dictionary, lengthOf);
  const end = reader.position + length;
  if (end > bytes.length) throw reader.malformed('stream longer than the file');
  const encoded = bytes.subarray(reader.position, end);
  reader.position = end;
  while (isWhitespace(bytes[reader.position])) reader.position += 1;
  reader.expect('endstream');
  return { kind: 'stream', dictionary, encoded };
}

function streamLength(dictionary: PdfDictionary, lengthOf: LengthOf): number {
  const stated = dictionary.entries.get('Length');
  const length = stated?.kind === 'reference' ? lengthOf(stated) : stated?.kind === 'number' ? stated.value : undefined;
  if (length === undefined || !Number.isSafeInteger(length) || length < 0) {
    throw new SignatureError('pdf-malformed', 'stream without a usable /Length');
  }
  if (dictionary.entries.has('F')) throw new SignatureError('pdf-unsupported', 'stream in an external file');
  return length;
}
