import { SignatureError } from '../errors.ts';
import { isDigit, isWhitespace } from './characters.ts';
import { defaultPdfLimits } from './pdf-limits.ts';
import { ValueReader } from './value-reader.ts';
import { readSectionEnd } from './xref-end.ts';
import type { XrefEntry, XrefSection } from './xref-section.ts';

const entryLength = 20;

/** `xref … trailer … startxref … %%EOF`, entries of exactly twenty bytes. @spec ISO 32000-1 7.5.4, 7.5.5 */
export function readXrefTable(bytes: Uint8Array, start: number): XrefSection {
  const reader = new ValueReader(bytes, start);
  reader.expect('xref');
  const entries = new Map<number, XrefEntry>();
  reader.skipSpace();
  while (isDigit(bytes[reader.position])) {
    readSubsection(reader, entries);
    reader.skipSpace();
  }
  reader.expect('trailer');
  const trailer = reader.value();
  if (trailer.kind !== 'dictionary') throw reader.malformed('trailer dictionary expected');
  if (trailer.entries.has('XRefStm')) {
    throw new SignatureError('pdf-hybrid', 'hybrid file: two cross-references that may say different things');
  }
  return { flavour: 'table', entries, trailer, start, end: readSectionEnd(reader, start) };
}

function readSubsection(reader: ValueReader, entries: Map<number, XrefEntry>): void {
  const first = reader.naturalNumber();
  reader.skipSpace();
  const count = reader.naturalNumber();
  if (entries.size + count > defaultPdfLimits.objects) throw new SignatureError('pdf-too-large', 'too many objects');
  while (reader.bytes[reader.position] === 0x20) reader.position += 1;
  if (reader.bytes[reader.position] === 0x0d) reader.position += 1;
  if (reader.bytes[reader.position] === 0x0a) reader.position += 1;
  for (let number = first; number < first + count; number += 1) {
    if (entries.has(number)) throw reader.malformed(`object ${number} twice in one cross-reference section`);
    entries.set(number, readEntry(reader));
  }
}

function readEntry(reader: ValueReader): XrefEntry {
  const { bytes, position } = reader;
  const offset = digits(reader, position, 10);
  const generation = digits(reader, position + 11, 5);
  const use = bytes[position + 17];
  const spaced = bytes[position + 10] === 0x20 && bytes[position + 16] === 0x20;
  if (!spaced || !isWhitespace(bytes[position + 18]) || !isWhitespace(bytes[position + 19])) {
    throw reader.malformed('cross-reference entry expected');
  }
  reader.position = position + entryLength;
  if (use === 0x66) return { kind: 'free' };
  if (use === 0x6e) return { kind: 'at', offset, generation };
  throw reader.malformed('cross-reference entry neither used nor free');
}

function digits(reader: ValueReader, start: number, length: number): number {
  let value = 0;
  for (let at = start; at < start + length; at += 1) {
    const byte = reader.bytes[at];
    if (!isDigit(byte)) throw reader.malformed('cross-reference entry expected');
    value = value * 10 + byte - 0x30;
  }
  return value;
}
