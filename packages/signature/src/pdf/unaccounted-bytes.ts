import { isWhitespace } from './characters.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PdfRevision } from './revision.ts';
import { latin1Text } from './text-bytes.ts';
import { isXrefStreamOf, piecesOf } from './xref-section.ts';

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The bytes of a revision that no cross-reference leads to, or that two objects share: where content can wait unseen for
 * a reader that looks differently. Blanks and comments between objects count as accounted for, unless a comment looks
 * like structure.
 */
export function unaccountedBytes(file: PdfFile, revision: PdfRevision): readonly ByteRange[] {
  const known = knownRanges(file, revision).toSorted((a, b) => a.start - b.start);
  const odd: ByteRange[] = [];
  let position = revision.start;
  for (const { start, end } of [...known, { start: revision.end, end: revision.end }]) {
    if (start < position) odd.push({ start, end: position });
    else if (!isFiller(file.bytes.subarray(position, start))) odd.push({ start: position, end: start });
    position = Math.max(position, end);
  }
  return odd;
}

function knownRanges(file: PdfFile, revision: PdfRevision): ByteRange[] {
  const asWas = file.asOf(revision.index);
  const ranges: ByteRange[] = piecesOf(revision.section).map(({ start, end }) => ({ start, end }));
  for (const [number, entry] of revision.entries) {
    if (entry.kind !== 'at' || isXrefStreamOf(revision.section, number)) continue;
    const place = asWas.place(number);
    if (place !== undefined) ranges.push({ start: place.start, end: place.end });
  }
  return ranges;
}

const longestComment = 4096;

function isFiller(bytes: Uint8Array): boolean {
  if (bytes.every(isWhitespace)) return true;
  if (bytes.length > longestComment) return false;
  const lines = latin1Text(bytes).split(/[\r\n]+/);
  return lines.every((line) => /^[\0\t\f ]*(%.*)?$/s.test(line) && !/obj|xref|trailer|stream|%%EOF/.test(line));
}
