import { SignatureError } from '../errors.ts';
import { isWhitespace } from './characters.ts';
import { readIndirectObject } from './indirect-object.ts';
import { pdfDictionary } from './pdf-value.ts';
import { ValueReader } from './value-reader.ts';
import { piecesOf, unitedEntries, type XrefSection } from './xref-section.ts';

/**
 * The two sections of a linearized file as one: that of the first page, at the beginning, and the main one, at the end.
 * Only a file that says so in its first object, of exactly this length, may have its sections in this order: anything
 * else that leads forward is a loop. @spec ISO 32000-1 F.3
 */
export function withMainSection(bytes: Uint8Array, firstPage: XrefSection, main: XrefSection): XrefSection {
  const length = linearizedLength(bytes, firstPage.start);
  const fits = length !== undefined && length >= main.end && bytes.subarray(main.end, length).every(isWhitespace);
  const keys = ['Prev', 'XRefStm'];
  const plain = !keys.some((key) => main.trailer.entries.has(key)) && !firstPage.trailer.entries.has('XRefStm');
  if (!fits || !plain || main.named !== firstPage.start) {
    throw new SignatureError('pdf-xref-loop', '/Prev leads forward and the file is not linearized');
  }
  const { Prev: _, ...kept } = Object.fromEntries(firstPage.trailer.entries);
  return {
    ...firstPage,
    entries: unitedEntries(main.entries, firstPage.entries, 'pdf-malformed'),
    trailer: pdfDictionary(kept),
    end: main.end,
    pieces: [...piecesOf(firstPage), ...piecesOf(main)],
  };
}

/** What the first object of a linearized file says the file is long; undefined for any other. */
function linearizedLength(bytes: Uint8Array, before: number): number | undefined {
  const reader = new ValueReader(bytes);
  reader.skipSpace();
  if (reader.position >= before) return undefined;
  try {
    const { value } = readIndirectObject(bytes, reader.position, () => undefined);
    const entries = value.kind === 'dictionary' ? value.entries : undefined;
    const length = entries?.has('Linearized') === true ? entries.get('L') : undefined;
    return length?.kind === 'number' ? length.value : undefined;
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}
