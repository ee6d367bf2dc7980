import { SignatureError } from '../errors.ts';
import { pdfString } from '../pdf/index.ts';
import { textStringBytes } from '../pdf/text-bytes.ts';
import { valueText } from '../pdf/value-writer.ts';
import { regionMapKey } from './region-map.ts';

export interface SignatureEntriesInput {
  readonly signerName: string;
  readonly reason?: string;
  readonly location?: string;
  /** UTC to the second: 2026-05-29T08:15:00Z. */
  readonly signingTime: string;
  readonly certify: boolean;
}

export interface SignatureDictionaryInput {
  readonly entries: readonly string[];
  readonly holeBytes: number;
  readonly regionMapBytes: number;
}

/** Its text with three places still empty, each found by its position in the text. */
export interface SignatureDictionaryText {
  readonly text: string;
  readonly byteRangeAt: number;
  readonly regionMapAt: number;
  /** Of the `<` of /Contents. */
  readonly contentsAt: number;
}

export const byteRangeLength = 46;

/** @spec EN 319 142-1 5.3 */
export function signatureEntries(input: SignatureEntriesInput): readonly string[] {
  return [
    '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/M (D:${pdfTime(input.signingTime)})`,
    textEntry('Name', input.signerName),
    textEntry('Reason', input.reason),
    textEntry('Location', input.location),
    input.certify ? certification : '',
  ].filter((entry) => entry !== '');
}

/** @spec EN 319 142-1 5.4.3 */
export const documentTimestampEntries: readonly string[] = [
  '/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161',
];

/** @spec ISO 32000-1 12.8.1 */
export function signatureDictionaryText(input: SignatureDictionaryInput): SignatureDictionaryText {
  const head = `<< ${input.entries.join('\n')}\n/ByteRange `;
  const regionMapAt = head.length + byteRangeLength + `\n/${regionMapKey} <`.length;
  const map = `\n/${regionMapKey} <${'0'.repeat(input.regionMapBytes * 2)}>\n/Contents `;
  const beforeContents = `${head}${' '.repeat(byteRangeLength)}${map}`;
  return {
    text: `${beforeContents}<${'0'.repeat(input.holeBytes * 2)}>\n>>`,
    byteRangeAt: head.length,
    regionMapAt,
    contentsAt: beforeContents.length,
  };
}

/** Always of the same length, so that writing it moves nothing. */
export function byteRangeText(holeStart: number, holeEnd: number, fileLength: number): string {
  return `[0 ${holeStart} ${holeEnd} ${fileLength - holeEnd}]`.padEnd(byteRangeLength);
}

/** P=2: from now on only signing, and the evidence that goes with it. @spec ISO 32000-1 12.8.2.2 */
const certification =
  '/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>]';

function textEntry(key: string, text: string | undefined): string {
  return text === undefined ? '' : `/${key} ${valueText(pdfString(textStringBytes(text)))}`;
}

function pdfTime(iso: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(iso)) {
    throw new SignatureError('pades-malformed', 'signing time must be UTC as 2026-05-29T08:15:00Z');
  }
  return `${iso.slice(0, 19).replace(/[-:T]/g, '')}Z`;
}
