import type { YearSheet } from '@hocba/record';
import type { RenderedSignature } from '../form/rendered-signature.ts';

/** All a rendition is made of; nothing else, no clock, no setting, enters the file. */
export interface YearSheetRendition {
  readonly sheet: YearSheet;
  /** Of the record's XML; a place without one is shown as not signed. */
  readonly signatures: readonly RenderedSignature[];
  /** The record's XML, embedded as `hocba.xml`. */
  readonly recordXml: Uint8Array;
  /** SHA-256 of `recordXml`, lower-case hex. */
  readonly xmlDigestHex: string;
  /** Address a reader looks the record up at; also in the QR code. */
  readonly lookupUrl: string;
}
