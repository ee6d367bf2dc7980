import { SignatureError } from '../errors.ts';
import { decodeStream, type InflateBudget } from './decode-stream.ts';
import { defaultPdfLimits } from './pdf-limits.ts';
import type { PdfStream, PdfValue } from './pdf-value.ts';
import { ValueReader } from './value-reader.ts';

export interface ObjectInStream {
  readonly number: number;
  readonly value: PdfValue;
}

/** Every object of an object stream, in its order. @spec ISO 32000-1 7.5.7 */
export function readObjectStream(stream: PdfStream, budget: InflateBudget): readonly ObjectInStream[] {
  const type = stream.dictionary.entries.get('Type');
  const count = natural(stream, 'N');
  const first = natural(stream, 'First');
  if (type?.kind !== 'name' || type.name !== 'ObjStm')
    throw new SignatureError('pdf-malformed', 'object stream expected');
  if (count > defaultPdfLimits.objects) throw new SignatureError('pdf-too-large', 'too many objects in one stream');
  const data = decodeStream(stream, budget);
  const header = new ValueReader(data.subarray(0, first));
  const places = Array.from({ length: count }, () => ({ number: next(header), offset: next(header) }));
  return places.map(({ number, offset }, index) => {
    const end = first + (places[index + 1]?.offset ?? data.length - first);
    const reader = new ValueReader(data.subarray(0, end), first + offset);
    const value = detached(reader.value());
    reader.skipSpace();
    if (reader.position !== end) throw reader.malformed(`object ${number} does not fill its place in the stream`);
    return { number, value };
  });
}

function natural(stream: PdfStream, key: string): number {
  const value = stream.dictionary.entries.get(key);
  if (value?.kind === 'number' && Number.isSafeInteger(value.value) && value.value >= 0) return value.value;
  throw new SignatureError('pdf-malformed', `object stream without a usable /${key}`);
}

function next(reader: ValueReader): number {
  reader.skipSpace();
  return reader.naturalNumber();
}

/** Positions inside an object stream mean nothing in the file. */
function detached(value: PdfValue): PdfValue {
  switch (value.kind) {
    case 'string':
      return { ...value, start: -1, end: -1 };
    case 'array':
      return { kind: 'array', items: value.items.map(detached), start: -1, end: -1 };
    case 'dictionary':
      return { kind: 'dictionary', entries: new Map([...value.entries].map(([key, entry]) => [key, detached(entry)])) };
    default:
      return value;
  }
}
