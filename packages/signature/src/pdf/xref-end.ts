import { isWhitespace } from './characters.ts';
import type { ValueReader } from './value-reader.ts';

/** `startxref`, which must name the section it stands under, and `%%EOF`. The position after it. */
export function readSectionEnd(reader: ValueReader, sectionStart: number): number {
  reader.skipSpace();
  reader.expect('startxref');
  reader.skipSpace();
  if (reader.naturalNumber() !== sectionStart) throw reader.malformed('startxref names another section');
  while (isWhitespace(reader.bytes[reader.position])) reader.position += 1;
  reader.expect('%%EOF');
  return reader.position;
}
