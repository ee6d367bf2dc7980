import { createHash } from 'node:crypto';
import {
  assembleRecordXml,
  profileOf,
  required,
  roleCode,
  type SignatorySlot,
  writeYearSheet,
  type YearSheet,
} from '@hocba/record';
import type { RenderedSignature, YearSheetRendition } from '@hocba/rendition';
import { completeXades, type PreparedXades } from '@hocba/signature';

export interface TimestampedSignature {
  readonly slot: SignatorySlot;
  readonly prepared: PreparedXades;
  readonly value: Uint8Array;
  readonly signedAt: Date;
  readonly timestampToken: Uint8Array;
}

/** Required places that have no timestamped signature yet; a record is issued only when there are none. */
export function placesWithoutSignature(
  sheet: YearSheet,
  signatures: readonly { slot: SignatorySlot; timestampToken: Uint8Array | null }[],
): SignatorySlot[] {
  const complete = new Set(signatures.filter((each) => each.timestampToken !== null).map((each) => each.slot));
  return required(profileOf(sheet), sheet).filter((slot) => !complete.has(slot));
}

/** The record's XML with all signatures in signing order, and all the PDF is made of. Pure. */
export function assembleRecord(
  sheet: YearSheet,
  signatures: readonly TimestampedSignature[],
  lookupBaseUrl: string,
): YearSheetRendition {
  const order = required(profileOf(sheet), sheet);
  const inOrder = [...signatures].sort((a, b) => order.indexOf(a.slot) - order.indexOf(b.slot));
  const elements = inOrder.map((each) => completeXades(each.prepared, each.value, each.timestampToken));
  const recordXml = new TextEncoder().encode(assembleRecordXml(writeYearSheet(sheet), elements));
  return {
    sheet,
    signatures: inOrder.map((each) => rendered(sheet, each)),
    recordXml,
    xmlDigestHex: createHash('sha256').update(recordXml).digest('hex'),
    lookupUrl: `${lookupBaseUrl}${sheet.lookupCode}`,
  };
}

/** What the form shows is what the signature itself says: the sheet's signatory and the signed time. */
function rendered(sheet: YearSheet, { slot, signedAt }: TimestampedSignature): RenderedSignature {
  const signatory = sheet.signatories.find((each) => each.slot === slot);
  return {
    slot,
    name: signatory?.name ?? '',
    position: signatory?.position ?? '',
    role: roleCode(slot, sheet),
    signedAt: `${signedAt.toISOString().slice(0, 19)}Z`,
  };
}
