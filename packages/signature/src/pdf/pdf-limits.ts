/** What one file may cost. A file past a limit is refused with `pdf-too-large`, whatever else is right in it. */
export interface PdfLimits {
  readonly fileBytes: number;
  readonly objects: number;
  readonly revisions: number;
  /** Nesting of arrays and dictionaries. */
  readonly depth: number;
  readonly pages: number;
  /** After inflating, one stream. */
  readonly streamBytes: number;
  /** After inflating, all streams together. */
  readonly inflatedBytes: number;
}

export const defaultPdfLimits: PdfLimits = {
  fileBytes: 32 << 20,
  objects: 100_000,
  revisions: 32,
  depth: 64,
  pages: 5_000,
  streamBytes: 16 << 20,
  inflatedBytes: 64 << 20,
};

/** For files of other programs, which may be scans of a hundred pages signed by fifty people. */
export const tolerantPdfLimits: PdfLimits = {
  fileBytes: 128 << 20,
  objects: 500_000,
  revisions: 256,
  depth: 64,
  pages: 20_000,
  streamBytes: 64 << 20,
  inflatedBytes: 128 << 20,
};

/** zlib (RFC 1950) comes in from outside: `node:zlib` on Node, another in a browser. */
export interface PdfTools {
  /** Whole and intact or it throws: over `maximum` bytes, a wrong checksum and trailing bytes are all refused. */
  inflate(deflated: Uint8Array, maximum: number): Uint8Array;
  /** For images in appearances; without it they stand in the file as they are. */
  deflate?(data: Uint8Array): Uint8Array;
  /** For the checksum of an embedded file; without it only the size is compared. */
  md5?(data: Uint8Array): Uint8Array;
}
