import { SignatureError } from '../errors.ts';
import type { PdfDictionary } from './pdf-value.ts';

/** Where a section says an object is. */
export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'inStream'; readonly stream: number; readonly index: number };

/** One cross-reference section with its trailer: what one revision adds. */
export interface XrefSection {
  readonly flavour: 'table' | 'stream';
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfDictionary;
  /** Of the word `xref`, or of the cross-reference stream's object number. */
  readonly start: number;
  /** After `%%EOF`, before any line end. */
  readonly end: number;
  /** What stands under `startxref`. */
  readonly named: number;
  /** The object number of a cross-reference stream. */
  readonly streamNumber?: number;
  /** The stream that shares the work with this table. @spec ISO 32000-1 7.5.8.4 */
  readonly hybridHalf?: HybridHalf;
  /** Of a section in several pieces (linearized and hybrid files), where each stands; `start` and `end` are the whole's. */
  readonly pieces?: readonly XrefPiece[];
}

export interface HybridHalf extends XrefPiece {
  readonly entries: ReadonlyMap<number, XrefEntry>;
}

export interface XrefPiece {
  readonly start: number;
  readonly end: number;
  readonly streamNumber?: number;
}

export function piecesOf(section: XrefSection): readonly XrefPiece[] {
  return section.pieces ?? [section];
}

export function isXrefStreamOf(section: XrefSection, objectNumber: number): boolean {
  return piecesOf(section).some(({ streamNumber }) => streamNumber === objectNumber);
}

/** Two lists that must not speak of the same object in two ways; `code` says what kind of file contradicts itself. */
export function unitedEntries(
  first: ReadonlyMap<number, XrefEntry>,
  second: ReadonlyMap<number, XrefEntry>,
  code: 'pdf-hybrid' | 'pdf-malformed',
): ReadonlyMap<number, XrefEntry> {
  const united = new Map(first);
  for (const [number, entry] of second) {
    const known = united.get(number);
    if (known === undefined || known.kind === 'free') united.set(number, entry);
    else if (entry.kind !== 'free' && !sameEntry(known, entry)) {
      throw new SignatureError(code, `two cross-references say different things about object ${number}`);
    }
  }
  return united;
}

export function sameEntry(a: XrefEntry, b: XrefEntry | undefined): boolean {
  if (b === undefined || a.kind === 'free') return a.kind === 'free' && (b === undefined || b.kind === 'free');
  if (a.kind === 'at') return b.kind === 'at' && a.offset === b.offset && a.generation === b.generation;
  return b.kind === 'inStream' && a.stream === b.stream && a.index === b.index;
}
