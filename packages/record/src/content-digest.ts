import { unsignedRecordXml, writeYearSheet } from './xml/write-year-sheet.ts';
import type { YearSheet } from './year-sheet.ts';

/**
 * The one definition of “the same content”: the canonical XML of the record without its signatures. The content
 * digest is the SHA-256 of its UTF-8 octets; the caller has the hash function.
 * @throws RecordError `not-writable`
 */
export function contentDigestInput(sheet: YearSheet): string {
  return unsignedRecordXml(writeYearSheet(sheet));
}
