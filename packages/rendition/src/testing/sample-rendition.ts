import { createHash } from 'node:crypto';
import type { PrimaryYearSheet } from '@hocba/record';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import type { YearSheetRendition } from '../primary/year-sheet-rendition.ts';

/** A rendition of `sheet` with every expected signature made, and bytes that stand for its XML. */
export function sampleRendition(sheet: PrimaryYearSheet): YearSheetRendition {
  const recordXml = new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<HocBa xmlns="urn:vn:hocba:1.0" phienBan="1.0">${sheet.student.fullName}</HocBa>`,
  );
  return {
    sheet,
    signatures: sheet.signatories.map((signatory, index) => sampleSignature(signatory, index)),
    recordXml,
    xmlDigestHex: createHash('sha256').update(recordXml).digest('hex'),
    lookupUrl: `https://hocba.example.edu.vn/tra-cuu/${sheet.lookupCode}`,
  };
}

const ROLES = { homeroomTeacher: 'GVCN', principal: 'HT', organisationSeal: 'CONDAU' } as const;

function sampleSignature(
  { slot, name, position }: PrimaryYearSheet['signatories'][number],
  index: number,
): RenderedSignature {
  const role = slot in ROLES ? ROLES[slot as keyof typeof ROLES] : 'GVBM-TV';
  return { slot, name, position, role, signedAt: `2026-06-0${index + 1}T03:2${index}:31Z` };
}
