import { isWhitespace } from './characters.ts';
import { latin1Text } from './text-bytes.ts';
import type { ValueReader } from './value-reader.ts';

/** `startxref`, the section it names, and `%%EOF`; `end` is the position after it. */
export function readSectionEnd(
  reader: ValueReader,
  tolerant: boolean,
): { readonly named: number; readonly end: number } {
  reader.skipSpace();
  reader.expect('startxref');
  reader.skipSpace();
  const named = reader.naturalNumber();
  while (isWhitespace(reader.bytes[reader.position])) reader.position += 1;
  // The word ends a comment line only by custom: programs append the next revision without a line end.
  const word = latin1Text(reader.bytes.subarray(reader.position, reader.position + 5));
  if (!tolerant || word !== '%%EOF') reader.expect('%%EOF');
  else reader.position += 5;
  return { named, end: reader.position };
}
