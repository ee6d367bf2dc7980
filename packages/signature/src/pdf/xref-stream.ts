import { SignatureError } from '../errors.ts';
import { decodeStream } from './decode-stream.ts';
import { readIndirectObject } from './indirect-object.ts';
import type { PdfDictionary, PdfValue } from './pdf-value.ts';
import type { ReadingRules } from './reading-rules.ts';
import { sameValue } from './same-value.ts';
import { ValueReader } from './value-reader.ts';
import { readSectionEnd } from './xref-end.ts';
import type { XrefEntry, XrefSection } from './xref-section.ts';

/** A cross-reference stream and what stands under it. @spec ISO 32000-1 7.5.8 */
export function readXrefStream(bytes: Uint8Array, start: number, rules: ReadingRules): XrefSection {
  const { end: objectEnd, ...read } = readXrefStreamObject(bytes, start, rules);
  const reader = new ValueReader(bytes, objectEnd);
  if (rules.tolerant) skipRepeatedTrailer(reader, read.trailer);
  return { flavour: 'stream', start, ...read, ...readSectionEnd(reader, rules.tolerant) };
}

/** Some programs write the trailer once more behind the stream; where it says the same, nobody reads it differently. */
function skipRepeatedTrailer(reader: ValueReader, trailer: PdfDictionary): void {
  reader.skipSpace();
  if (!reader.accept('trailer')) return;
  const repeated = reader.value();
  const entries = repeated.kind === 'dictionary' ? [...repeated.entries] : [];
  if (entries.length === 0 || !entries.every(([key, value]) => sameValue(value, trailer.entries.get(key)))) {
    throw reader.malformed('a trailer that contradicts its cross-reference stream');
  }
}

/** The stream alone, as the table of a hybrid file points to it. */
export function readXrefStreamObject(
  bytes: Uint8Array,
  start: number,
  rules: ReadingRules,
): Required<Pick<XrefSection, 'entries' | 'trailer' | 'end' | 'streamNumber'>> {
  const object = readIndirectObject(bytes, start, () => undefined);
  if (object.value.kind !== 'stream') throw new SignatureError('pdf-malformed', 'cross-reference stream expected');
  const { dictionary } = object.value;
  const type = dictionary.entries.get('Type');
  if (type?.kind !== 'name' || type.name !== 'XRef') {
    throw new SignatureError('pdf-malformed', 'startxref names a stream that is no cross-reference');
  }
  const entries = readEntries(decodeStream(object.value, rules.budget), dictionary, rules.limits.objects);
  return { entries, trailer: dictionary, end: object.end, streamNumber: object.number };
}

function readEntries(data: Uint8Array, dictionary: PdfDictionary, most: number): Map<number, XrefEntry> {
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = naturals(dictionary.entries.get('W'), 3);
  const rowLength = typeWidth + secondWidth + thirdWidth;
  const size = naturals(
    { kind: 'array', items: [dictionary.entries.get('Size') ?? { kind: 'null' }], start: 0, end: 0 },
    1,
  );
  const index = dictionary.entries.has('Index') ? naturals(dictionary.entries.get('Index')) : [0, size[0] ?? 0];
  const entries = new Map<number, XrefEntry>();
  let row = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] ?? 0;
    const count = index[pair + 1] ?? 0;
    if (entries.size + count > most) throw new SignatureError('pdf-too-large', 'too many objects');
    for (let number = first; number < first + count; number += 1, row += rowLength) {
      if (entries.has(number)) throw new SignatureError('pdf-malformed', `object ${number} twice in one section`);
      const type = typeWidth === 0 ? 1 : bigEndian(data, row, typeWidth);
      const second = bigEndian(data, row + typeWidth, secondWidth);
      entries.set(number, entryOf(type, second, bigEndian(data, row + typeWidth + secondWidth, thirdWidth)));
    }
  }
  if (row !== data.length) throw new SignatureError('pdf-malformed', 'cross-reference stream of the wrong length');
  return entries;
}

function entryOf(type: number, second: number, third: number): XrefEntry {
  if (type === 0) return { kind: 'free' };
  if (type === 1) return { kind: 'at', offset: second, generation: third };
  if (type === 2) return { kind: 'inStream', stream: second, index: third };
  throw new SignatureError('pdf-malformed', `cross-reference entry of type ${type}`);
}

function naturals(value: PdfValue | undefined, length?: number): number[] {
  const items = value?.kind === 'array' ? value.items : [];
  const numbers = items.flatMap((item) =>
    item.kind === 'number' && Number.isSafeInteger(item.value) && item.value >= 0 ? [item.value] : [],
  );
  const right = length === undefined ? numbers.length > 0 && numbers.length % 2 === 0 : numbers.length === length;
  if (!right || numbers.length !== items.length) {
    throw new SignatureError('pdf-malformed', 'cross-reference stream with odd /W, /Index or /Size');
  }
  return numbers;
}

function bigEndian(data: Uint8Array, start: number, width: number): number {
  if (width > 8) throw new SignatureError('pdf-malformed', 'cross-reference field too wide');
  let value = 0;
  for (let at = start; at < start + width; at += 1) {
    const byte = data[at];
    if (byte === undefined) throw new SignatureError('pdf-malformed', 'cross-reference stream too short');
    value = value * 256 + byte;
  }
  if (!Number.isSafeInteger(value)) throw new SignatureError('pdf-malformed', 'cross-reference field too large');
  return value;
}
