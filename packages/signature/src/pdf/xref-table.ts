import { SignatureError } from '../errors.ts';
import { isDigit, isWhitespace } from './characters.ts';
import type { ReadingRules } from './reading-rules.ts';
import { ValueReader } from './value-reader.ts';
import { readSectionEnd } from './xref-end.ts';
import type { XrefEntry, XrefSection } from './xref-section.ts';

/** `xref … trailer … startxref … %%EOF`. The hybrid half, where there is one, is not read. @spec ISO 32000-1 7.5.4, 7.5.5 */
export function readXrefTable(bytes: Uint8Array, start: number, rules: ReadingRules): XrefSection {
  const reader = new ValueReader(bytes, start);
  reader.expect('xref');
  const entries = new Map<number, XrefEntry>();
  reader.skipSpace();
  while (isDigit(bytes[reader.position])) {
    readSubsection({ reader, entries, rules });
    reader.skipSpace();
  }
  reader.expect('trailer');
  const trailer = reader.value();
  if (trailer.kind !== 'dictionary') throw reader.malformed('trailer dictionary expected');
  if (trailer.entries.has('XRefStm') && !rules.tolerant) {
    throw new SignatureError('pdf-hybrid', 'hybrid file: two cross-references that may say different things');
  }
  return { flavour: 'table', entries, trailer, start, ...readSectionEnd(reader, rules.tolerant) };
}

interface TableReading {
  readonly reader: ValueReader;
  readonly entries: Map<number, XrefEntry>;
  readonly rules: ReadingRules;
}

function readSubsection({ reader, entries, rules }: TableReading): void {
  const first = reader.naturalNumber();
  reader.skipSpace();
  const count = reader.naturalNumber();
  if (entries.size + count > rules.limits.objects) throw new SignatureError('pdf-too-large', 'too many objects');
  reader.skipSpace();
  for (let number = first; number < first + count; number += 1) {
    if (entries.has(number)) throw reader.malformed(`object ${number} twice in one cross-reference section`);
    entries.set(number, readEntry(reader, rules.tolerant));
  }
}

/** Twenty bytes; programs that end the line with one character only are read when tolerance is asked for. */
function readEntry(reader: ValueReader, tolerant: boolean): XrefEntry {
  const { bytes, position } = reader;
  const offset = digits(reader, position, 10);
  const generation = digits(reader, position + 11, 5);
  const use = bytes[position + 17];
  const spaced = bytes[position + 10] === 0x20 && bytes[position + 16] === 0x20;
  const short = tolerant && bytes[position + 18] === 0x0a && !isWhitespace(bytes[position + 19]);
  if (!spaced || !isWhitespace(bytes[position + 18]) || (!short && !isWhitespace(bytes[position + 19]))) {
    throw reader.malformed('cross-reference entry expected');
  }
  reader.position = position + (short ? 19 : 20);
  // Nothing can stand at the first byte: programs say so of numbers they do not use.
  if (use === 0x66 || (tolerant && use === 0x6e && offset === 0)) return { kind: 'free' };
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
