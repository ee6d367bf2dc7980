import { formatSchoolYear, type YearSheet } from '@hocba/record';
import type { YearSheetRendition } from '../year-sheet/year-sheet-rendition.ts';
import { type DigitalFactsView, digitalFacts, effectiveDateRow, groupedDigest } from './digital-facts.ts';
import type { FormPages } from './form-pages.ts';
import type { FieldView } from './view.ts';

/** Bìa, with the facts of the digital record that paper never had. */
export interface CoverView {
  readonly authority: string;
  /** Lines, the first one larger. */
  readonly title: readonly string[];
  readonly fields: readonly FieldView[];
  readonly digital: DigitalFactsView;
}

export function coverView({ coverTitle, coverFields }: FormPages, digital: DigitalFactsView): CoverView {
  return { authority: 'BỘ GIÁO DỤC VÀ ĐÀO TẠO', title: coverTitle, fields: coverFields, digital };
}

/** Of the rendition of one year. */
export function yearDigitalFacts({ sheet, xmlDigestHex, lookupUrl }: YearSheetRendition): DigitalFactsView {
  return digitalFacts(lookupUrl, [
    ['Mã số tra cứu học bạ', sheet.lookupCode],
    ['Mã định danh học bạ', sheet.recordId],
    ['Phiên bản', versionText(sheet)],
    effectiveDateRow,
    ['Địa chỉ tra cứu', lookupUrl],
    ['SHA-256 của hocba.xml', groupedDigest(xmlDigestHex)],
  ]);
}

function versionText({ version, schoolYear }: YearSheet): string {
  return `${version} (năm học ${formatSchoolYear(schoolYear)})`;
}
