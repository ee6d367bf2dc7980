import type { PreparedXades } from '@hocba/signature';
import { type KeptPades, keptPadesToBeSigned } from './kept-pades.ts';

/** What waits in an item: a place of the XML, or the PDF. The signature without its value, and the time it claims. */
export type PreparedItem = PreparedXmlItem | PreparedPdfItem;

export interface PreparedXmlItem {
  readonly prepared: PreparedXades;
  readonly signedAt: string;
}

export interface PreparedPdfItem {
  readonly pades: KeptPades;
  readonly signedAt: string;
}

const encoder = new TextEncoder();

/** The bytes whose digest goes to the signing service. */
export function dataToSign(item: PreparedItem): Uint8Array {
  return 'pades' in item ? keptPadesToBeSigned(item.pades) : encoder.encode(item.prepared.signedInfo);
}
