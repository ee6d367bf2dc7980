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
  /** The object number of a cross-reference stream. */
  readonly streamNumber?: number;
}
