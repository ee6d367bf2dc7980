import { SignatureError } from '../errors.ts';
import type { XrefEntry, XrefSection } from './xref-section.ts';

/** One save of the file: the bytes it added and where it says its objects are. */
export interface PdfRevision {
  readonly index: number;
  readonly start: number;
  /** After `%%EOF` and one line end, where there is one. */
  readonly end: number;
  readonly section: XrefSection;
  /** The objects this revision defines or frees; entries that only repeat an earlier one are left out. */
  readonly entries: ReadonlyMap<number, XrefEntry>;
}

/**
 * Lays the sections on the bytes. Refuses a section that reaches into another, and an update that points an object to
 * bytes of an earlier revision: no writer needs that, and it brings removed content back.
 */
export function layRevisions(bytes: Uint8Array, sections: readonly XrefSection[]): readonly PdfRevision[] {
  const revisions: PdfRevision[] = [];
  for (const section of sections) {
    const start = revisions.at(-1)?.end ?? 0;
    if (section.start < start)
      throw new SignatureError('pdf-malformed', 'cross-reference section inside another revision');
    const entries = newEntries(section, revisions);
    for (const [number, entry] of entries) {
      if (entry.kind === 'at' && (entry.offset < start || entry.offset >= section.end)) {
        throw new SignatureError('pdf-malformed', `object ${number} lies outside the revision that defines it`);
      }
    }
    revisions.push({ index: revisions.length, start, end: afterLineEnd(bytes, section.end), section, entries });
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

function sameEntry(a: XrefEntry, b: XrefEntry | undefined): boolean {
  if (b === undefined || a.kind === 'free') return a.kind === 'free' && (b === undefined || b.kind === 'free');
  if (a.kind === 'at') return b.kind === 'at' && a.offset === b.offset && a.generation === b.generation;
  return b.kind === 'inStream' && a.stream === b.stream && a.index === b.index;
}

function afterLineEnd(bytes: Uint8Array, position: number): number {
  if (bytes[position] === 0x0d) return bytes[position + 1] === 0x0a ? position + 2 : position + 1;
  return bytes[position] === 0x0a ? position + 1 : position;
}
