import { readYearSheet, roleCode, slotOfSignatureId } from '@hocba/record';
import type { RenderedSignature, YearSheetRendition } from '@hocba/rendition';
import { type CryptoPort, checkXades, parseXml, SignatureError } from '@hocba/signature';
import { recordLayout } from './facts/record-layout.ts';
import { hexOf } from './trust.ts';

export interface RenditionOf {
  readonly crypto: CryptoPort;
  /** What stands before the look-up code in the address the form prints. */
  readonly lookupBaseUrl: string;
}

/**
 * What the official form is drawn from: a record whose signatures all still fit its content. Says in Vietnamese why
 * there is none; whether the signatories are to be trusted is `verifyRecordFile`'s question.
 */
export async function recordRendition(
  recordXml: Uint8Array,
  { crypto, lookupBaseUrl }: RenditionOf,
): Promise<YearSheetRendition | string> {
  const document = parsed(recordXml);
  if (document === undefined) return 'Tệp không phải XML đúng dạng.';
  const read = readYearSheet(document.root);
  if ('problems' in read) return 'Tệp không phải học bạ số đúng định dạng.';
  const { sheet } = read;
  const reports = await checkXades(document, { crypto, layout: recordLayout(document.root.localName) });
  if (reports.some(({ outcome }) => outcome === 'failed')) return 'Nội dung đã bị sửa sau khi ký, hoặc chữ ký bị hỏng.';
  const signatures = reports.flatMap(({ id = '', signingTime }): RenderedSignature[] => {
    const signatory = sheet.signatories.find(({ slot }) => slot === slotOfSignatureId(id));
    if (!signatory || signingTime === undefined) return [];
    const { slot, name, position } = signatory;
    return [{ slot, name, position, role: roleCode(slot, sheet), signedAt: signingTime }];
  });
  const xmlDigestHex = hexOf(crypto.digest('sha-256', recordXml));
  return { sheet, signatures, recordXml, xmlDigestHex, lookupUrl: `${lookupBaseUrl}${sheet.lookupCode}` };
}

function parsed(xml: Uint8Array) {
  try {
    return parseXml(xml);
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}
