import { createHash } from 'node:crypto';
import type { ExpectedSignatory, YearSheet } from '@hocba/record';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import type { YearSheetRendition } from '../year-sheet/year-sheet-rendition.ts';

/** A rendition of `sheet` with every expected signature made, and bytes that stand for its XML. */
export function sampleRendition<Sheet extends YearSheet>(sheet: Sheet): YearSheetRendition & { readonly sheet: Sheet } {
  const recordXml = new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<HocBa xmlns="urn:vn:hocba:1.0" phienBan="1.0">${sheet.student.fullName}</HocBa>`,
  );
  return {
    sheet,
    signatures: sheet.signatories.map((signatory, index) =>
      sampleSignature(signatory, index, sheet.signatories.length),
    ),
    recordXml,
    xmlDigestHex: createHash('sha256').update(recordXml).digest('hex'),
    lookupUrl: `https://hocba.example.edu.vn/tra-cuu/${sheet.lookupCode}`,
  };
}

const ROLES = { homeroomTeacher: 'GVCN', principal: 'HT', organisationSeal: 'CONDAU' } as const;

function sampleSignature({ slot, name, position }: ExpectedSignatory, index: number, count: number): RenderedSignature {
  const role = slot in ROLES ? ROLES[slot as keyof typeof ROLES] : 'GVBM-TV';
  // The last three sign on the first days of June, the subject teachers before them.
  const day = new Date(Date.parse('2026-06-03T03:22:31Z') - (count - 1 - index) * (86_400_000 + 60_000));
  return { slot, name, position, role, signedAt: day.toISOString().replace('.000Z', 'Z') };
}
