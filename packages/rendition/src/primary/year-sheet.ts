import { documentDate } from '../form/document-date.ts';
import type { DocumentMeta } from '../form/view.ts';
import { type Layout, toPdf } from '../pdf/typst-engine.ts';
import { conclusionPageView } from './conclusion-page.ts';
import { coverView } from './cover.ts';
import { personalPageView } from './personal-page.ts';
import { subjectsPageView } from './subjects-page.ts';
import type { YearSheetRendition } from './year-sheet-rendition.ts';

/**
 * Which drawing of the form a file shows; among its keywords, for a re-rendition can equal only one of the same drawing.
 * Counted on whenever a change here, in the fonts or in the engine changes the bytes.
 */
export const primaryFormVersion = 'hocba-tieu-hoc-1';

/**
 * Bản thể hiện: the official primary form as PDF/A-3a, the record's XML inside. Equal input gives equal bytes.
 * @throws RenditionError when the text holds a character the font cannot draw
 * @law TT27/2020
 */
export async function renderYearSheet(rendition: YearSheetRendition): Promise<Uint8Array> {
  return toPdf(yearSheetLayout(rendition));
}

function yearSheetLayout(rendition: YearSheetRendition): Layout {
  const { sheet, signatures, recordXml } = rendition;
  return {
    template: 'primary/year-sheet.typ',
    data: {
      meta: documentMeta(rendition),
      cover: coverView(rendition),
      personal: personalPageView(sheet, signatures),
      subjects: subjectsPageView(sheet, signatures),
      conclusion: conclusionPageView(sheet, signatures),
    },
    attachment: { name: 'hocba.xml', description: 'Học bạ số: dữ liệu gốc đã ký số', bytes: recordXml },
  };
}

function documentMeta({ sheet, signatures }: YearSheetRendition): DocumentMeta {
  const { recordId, lookupCode, version, schoolYear } = sheet;
  return {
    title: `Học bạ tiểu học – ${sheet.student.fullName} – năm học ${schoolYear}`,
    author: sheet.school.name,
    description: `Bản thể hiện của học bạ số ${recordId}, lớp ${sheet.className}, năm học ${schoolYear}`,
    keywords: ['học bạ số', lookupCode, `phiên bản ${version}`, primaryFormVersion],
    date: documentDate(signatures, sheet.carriedOverOn),
    landscape: false,
    footer: [`Bản thể hiện của học bạ số ${recordId}, phiên bản ${version}`, `Mã tra cứu ${lookupCode}`],
  };
}
