import { roleCode, slotOfSignatureId } from '@hocba/record';
import type { RenderedSignature, YearSheetRendition } from '@hocba/rendition';
import type { CryptoPort } from '@hocba/signature';
import type { Problem } from './checks/problem.ts';
import { schemaProblems } from './checks/schema-valid.ts';
import { gatherXml } from './facts/gather-xml.ts';

export interface RenditionOf {
  readonly crypto: CryptoPort;
  /** What stands before the look-up code in the address the form prints. */
  readonly lookupBaseUrl: string;
}

/**
 * What the official form is drawn from: a record whose signatures all still fit its content. Says in Vietnamese why
 * there is none, and where; whether the signatories are to be trusted is `verifyRecordFile`'s question.
 */
export async function recordRendition(
  recordXml: Uint8Array,
  { crypto, lookupBaseUrl }: RenditionOf,
): Promise<YearSheetRendition | string> {
  const xml = await gatherXml(recordXml, { crypto });
  const { sheet, xades, sha256 } = xml;
  const problems = schemaProblems(xml, '');
  if (!sheet || problems.length > 0) return inWords(problems);
  if (xades.some(({ outcome }) => outcome === 'failed')) return 'Nội dung đã bị sửa sau khi ký, hoặc chữ ký bị hỏng.';
  const signatures = xades.flatMap(({ id = '', signingTime }): RenderedSignature[] => {
    const signatory = sheet.signatories.find(({ slot }) => slot === slotOfSignatureId(id));
    if (!signatory || signingTime === undefined) return [];
    const { slot, name, position } = signatory;
    return [{ slot, name, position, role: roleCode(slot, sheet), signedAt: signingTime }];
  });
  return { sheet, signatures, recordXml, xmlDigestHex: sha256, lookupUrl: `${lookupBaseUrl}${sheet.lookupCode}` };
}

function inWords([first, ...others]: readonly Problem[]): string {
  return [first?.sentence ?? '', ...(others.length > 0 ? [`Còn ${others.length} chỗ sai khác.`] : [])].join(' ');
}
