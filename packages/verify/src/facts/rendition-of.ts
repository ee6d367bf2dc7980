import { roleCode } from '@hocba/record';
import type { RenderedSignature, YearSheetRendition } from '@hocba/rendition';
import { type RecordFacts, xadesFacts } from './record-facts.ts';

/** All a rendition of this record is made of, taken from the verified XML; undefined while its content is unreadable. */
export function renditionOf(facts: RecordFacts, lookupBaseUrl: string): YearSheetRendition | undefined {
  const { xml } = facts;
  const sheet = xml?.sheet;
  if (!sheet) return undefined;
  const signatures = xadesFacts(facts).flatMap(({ slot, report }): RenderedSignature[] => {
    const signatory = sheet.signatories.find((each) => each.slot === slot);
    if (!signatory || report.signingTime === undefined) return [];
    const { name, position } = signatory;
    return [
      { slot: signatory.slot, name, position, role: roleCode(signatory.slot, sheet), signedAt: report.signingTime },
    ];
  });
  const lookupUrl = `${lookupBaseUrl}${sheet.lookupCode}`;
  return { sheet, signatures, recordXml: xml.bytes, xmlDigestHex: xml.sha256, lookupUrl };
}
