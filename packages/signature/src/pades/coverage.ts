import type { PdfFile, PdfRevision, PdfValue } from '../pdf/index.ts';
import { type PadesFinding, padesFinding } from './pades-finding.ts';
import type { SignedField } from './signature-value.ts';

/** Which bytes a signature is over, once that is beyond doubt. */
export interface SignatureCoverage {
  /** The revision that ends where the signature's bytes end. */
  readonly revision: PdfRevision;
  /** Of the `<` and after the `>` of /Contents. */
  readonly holeStart: number;
  readonly holeEnd: number;
  readonly end: number;
  readonly contents: Uint8Array;
}

/**
 * /ByteRange must be exactly [0 a b c], the gap exactly the /Contents string of this dictionary, and the end the end of
 * the revision that brought the dictionary: anything else lets unsigned bytes be shown as signed.
 * @spec EN 319 142-1 5.3, ISO 32000-1 12.8.1
 */
export function readCoverage(file: PdfFile, signed: SignedField): SignatureCoverage | PadesFinding {
  const { dictionary, objectNumber } = signed;
  const place = file.place(objectNumber);
  if (place === undefined) {
    return padesFinding('signature-not-an-object', 'the signature dictionary is not an object of its own in the file');
  }
  const contents = dictionary.entries.get('Contents');
  if (contents?.kind !== 'string' || !contents.hexadecimal || contents.start < 0 || contents.bytes.length === 0) {
    return padesFinding('contents-malformed', '/Contents is missing, empty or no hexadecimal string');
  }
  const range = byteRange(dictionary.entries.get('ByteRange'));
  if (range === undefined) return padesFinding('byte-range-malformed', '/ByteRange is not four whole numbers');
  const [start, holeStart, holeEnd, tail] = range;
  if (start !== 0 || holeStart !== contents.start || holeEnd !== contents.end) {
    return padesFinding('byte-range-not-the-hole', 'the gap of /ByteRange is not exactly /Contents');
  }
  const end = holeEnd + tail;
  const revision = file.revisions.find(({ section, end: revisionEnd }) => end >= section.end && end <= revisionEnd);
  if (revision === undefined || place.start < revision.start || place.end > revision.end) {
    return padesFinding(
      'byte-range-not-a-revision',
      '/ByteRange does not end where the revision of the signature ends',
    );
  }
  return { revision, holeStart, holeEnd, end, contents: contents.bytes };
}

function byteRange(value: PdfValue | undefined): readonly [number, number, number, number] | undefined {
  const numbers = value?.kind === 'array' ? value.items.map(wholeNumber) : [];
  const [a, b, c, d] = numbers;
  if (numbers.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined)
    return undefined;
  return [a, b, c, d];
}

function wholeNumber(item: PdfValue): number | undefined {
  return item.kind === 'number' && /^\d+$/.test(item.text) && Number.isSafeInteger(item.value) ? item.value : undefined;
}
