import type { CryptoPort } from '../crypto/index.ts';
import { IncrementalUpdate } from '../pdf/incremental-update.ts';
import { type PdfFile, readFields } from '../pdf/index.ts';
import { concatBytes, hexBytes, latin1Bytes } from '../pdf/text-bytes.ts';
import { encodeRegionMap, type Region, regionMapLength, regionsOfFile } from './region-map.ts';
import { byteRangeText, type SignatureDictionaryText, signatureDictionaryText } from './signature-dictionary.ts';
import { putSignatureField, type SignatureFieldInput } from './signature-field.ts';
import { type SignedField, signedFields } from './signature-value.ts';

export interface HoleFileInput {
  readonly crypto: CryptoPort;
  readonly field: Omit<SignatureFieldInput, 'signatureNumber'>;
  /** The entries of the signature dictionary beside /ByteRange and /Contents. */
  readonly entries: readonly string[];
  readonly holeBytes: number;
}

/** A file closed and whole but for one hole. */
export interface FileWithHole {
  readonly pdf: Uint8Array;
  /** Of the `<` and after the `>` of /Contents. */
  readonly holeStart: number;
  readonly holeEnd: number;
}

/** One more revision with a signature field whose value waits for its bytes. @spec ISO 32000-1 12.8.1 */
export function fileWithHole(file: PdfFile, input: HoleFileInput): FileWithHole {
  const { crypto, entries, holeBytes } = input;
  const update = new IncrementalUpdate(file);
  const signatureNumber = update.reserve();
  putSignatureField(file, update, { ...input.field, signatureNumber });
  const regions = regionsBefore(file, update);
  const dictionary = signatureDictionaryText({ entries, holeBytes, regionMapBytes: regionMapLength(regions) });
  const idSource = concatBytes(firstId(file), update.added(), latin1Bytes(entries.join()));
  const signatureAt = update.position;
  const textAt = update.put({ number: signatureNumber, text: dictionary.text });
  const tailAt = update.position;
  const pdf = update.close(crypto.digest('sha-256', idSource).subarray(0, 16));
  const all = completeRegions(regions, { signatureAt, tailAt, end: pdf.length });
  return filled(pdf, { dictionary, textAt, map: encodeRegionMap(all, pdf, crypto) });
}

/** All bytes but the hole: what the signature is over. */
export function bytesBesideHole({ pdf, holeStart, holeEnd }: FileWithHole): Uint8Array {
  return concatBytes(pdf.subarray(0, holeStart), pdf.subarray(holeEnd));
}

/** A copy with these bytes at the beginning of the hole. */
export function withHoleFilled({ pdf, holeStart }: FileWithHole, contents: Uint8Array): Uint8Array {
  const whole = pdf.slice();
  whole.set(hexBytes(contents), holeStart + 1);
  return whole;
}

/** What is of this file alone: its identifier where it has one. */
function firstId(file: PdfFile): Uint8Array {
  const [first] = file.items(file.trailer.entries.get('ID'));
  return first?.kind === 'string' ? first.bytes : file.bytes;
}

/** Regions no earlier signature has mapped, then room for this revision's three: its objects, the signature, the tail. */
function regionsBefore(file: PdfFile, update: IncrementalUpdate): readonly Region[] {
  const signedUntil = Math.max(0, ...signedFields(file, readFields(file)).map((signed) => endOfRevision(file, signed)));
  const start = file.bytes.length;
  return [
    ...(signedUntil === 0 ? regionsOfFile(file, 0) : evidenceSince(file, signedUntil)),
    { kind: 'form', page: 0, start, end: update.position },
    { kind: 'signature', page: 0, start: update.position, end: 0 },
    { kind: 'crossReference', page: 0, start: 0, end: 0 },
  ];
}

function endOfRevision(file: PdfFile, { objectNumber }: SignedField): number {
  const start = file.place(objectNumber)?.start ?? -1;
  return file.revisions.find((revision) => start >= revision.start && start < revision.end)?.end ?? 0;
}

/** What was added to a signed file since, validation data most of all. */
function evidenceSince({ revisions }: PdfFile, position: number): readonly Region[] {
  return revisions
    .filter(({ start }) => start >= position)
    .flatMap(({ start, end, section }): readonly Region[] => [
      { kind: 'document', page: 0, start, end: section.start },
      { kind: 'crossReference', page: 0, start: section.start, end },
    ]);
}

function completeRegions(
  regions: readonly Region[],
  { signatureAt, tailAt, end }: { signatureAt: number; tailAt: number; end: number },
): readonly Region[] {
  return [
    ...regions.slice(0, -2),
    { kind: 'signature', page: 0, start: signatureAt, end: tailAt },
    { kind: 'crossReference', page: 0, start: tailAt, end },
  ];
}

function filled(
  pdf: Uint8Array,
  { dictionary, textAt, map }: { dictionary: SignatureDictionaryText; textAt: number; map: Uint8Array },
): FileWithHole {
  const holeStart = textAt + dictionary.contentsAt;
  const holeEnd = pdf.indexOf(0x3e, holeStart) + 1;
  pdf.set(hexBytes(map), textAt + dictionary.regionMapAt);
  pdf.set(latin1Bytes(byteRangeText(holeStart, holeEnd, pdf.length)), textAt + dictionary.byteRangeAt);
  return { pdf, holeStart, holeEnd };
}
