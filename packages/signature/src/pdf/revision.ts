import { SignatureError } from '../errors.ts';
import { isWhitespace } from './characters.ts';
import { completed } from './hybrid-section.ts';
import { sameEntry, type XrefEntry, type XrefSection } from './xref-section.ts';

/** One save of the file: the bytes it added and where it says its objects are. */
export interface PdfRevision {
  readonly index: number;
  readonly start: number;
  /** After `%%EOF` and one line end, where there is one; read tolerantly, after all blanks. */
  readonly end: number;
  readonly section: XrefSection;
  /** The objects this revision defines or frees; entries that only repeat an earlier one are left out. */
  readonly entries: ReadonlyMap<number, XrefEntry>;
}

/**
 * Lays the sections on the bytes. Refuses a section that reaches into another, and an update that points an object to
 * bytes of an earlier revision: no writer needs that, and it brings removed content back.
 */
export function layRevisions(
  bytes: Uint8Array,
  sections: readonly XrefSection[],
  tolerant = false,
): readonly PdfRevision[] {
  const revisions: PdfRevision[] = [];
  for (const plain of sections) {
    const last = revisions.at(-1);
    const start = last?.end ?? 0;
    const afterLast = last?.section.end ?? 0;
    const section = completed(plain, start, (number) => latestEntry(revisions, number));
    if (section.start < start)
      throw new SignatureError('pdf-malformed', 'cross-reference section inside another revision');
    const entries = newEntries(section, revisions);
    for (const [number, entry] of entries) {
      if (entry.kind === 'at' && (entry.offset < afterLast || entry.offset >= section.end)) {
        throw new SignatureError('pdf-malformed', `object ${number} lies outside the revision that defines it`);
      }
    }
    const end = tolerant ? afterBlanks(bytes, section.end) : afterLineEnd(bytes, section.end);
    revisions.push({ index: revisions.length, start, end, section, entries });
  }
  return revisions;
}

function newEntries(section: XrefSection, earlier: readonly PdfRevision[]): ReadonlyMap<number, XrefEntry> {
  const size = section.trailer.entries.get('Size');
  if (size?.kind !== 'number') throw new SignatureError('pdf-malformed', 'trailer without /Size');
  const added = new Map<number, XrefEntry>();
  for (const [number, entry] of section.entries) {
    if (number >= size.value) throw new SignatureError('pdf-malformed', `object ${number} is past /Size`);
    if (number > 0 && !sameEntry(entry, latestEntry(earlier, number))) added.set(number, entry);
  }
  return added;
}

/** Where the newest of these revisions says an object is. */
export function latestEntry(revisions: readonly PdfRevision[], number: number): XrefEntry | undefined {
  for (let at = revisions.length - 1; at >= 0; at -= 1) {
    const entry = revisions[at]?.entries.get(number);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function afterLineEnd(bytes: Uint8Array, position: number): number {
  if (bytes[position] === 0x0d) return bytes[position + 1] === 0x0a ? position + 2 : position + 1;
  return bytes[position] === 0x0a ? position + 1 : position;
}

function afterBlanks(bytes: Uint8Array, position: number): number {
  let end = position;
  while (isWhitespace(bytes[end])) end += 1;
  return end;
}
