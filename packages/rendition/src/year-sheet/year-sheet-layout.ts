import { coverView, yearDigitalFacts } from '../form/cover.ts';
import { documentDate } from '../form/document-date.ts';
import type { FormPages } from '../form/form-pages.ts';
import type { DocumentMeta } from '../form/view.ts';
import type { Layout } from '../pdf/layout.ts';
import { pagesOf } from './pages-of.ts';
import type { YearSheetRendition } from './year-sheet-rendition.ts';

/** What the layout engine draws of a year sheet: template, data and the attached XML. Needs no engine itself. */
export function yearSheetLayout(rendition: YearSheetRendition): Layout {
  const { recordXml } = rendition;
  const pages = pagesOf(rendition);
  return {
    template: `${pages.folder}/year-sheet.typ`,
    data: {
      meta: documentMeta(rendition, pages),
      cover: coverView(pages, yearDigitalFacts(rendition)),
      personal: pages.personal,
      year: pages.year,
    },
    attachments: [{ name: 'hocba.xml', description: 'Học bạ số: dữ liệu gốc đã ký số', bytes: recordXml }],
  };
}

function documentMeta({ sheet, signatures }: YearSheetRendition, { name, version: drawing }: FormPages): DocumentMeta {
  const { recordId, lookupCode, version, schoolYear } = sheet;
  return {
    title: `${name} – ${sheet.student.fullName} – năm học ${schoolYear}`,
    author: sheet.school.name,
    description: `Bản thể hiện của học bạ số ${recordId}, lớp ${sheet.className}, năm học ${schoolYear}`,
    keywords: ['học bạ số', lookupCode, `phiên bản ${version}`, drawing],
    date: documentDate(signatures, sheet.carriedOverOn),
    landscape: false,
    footer: [`Bản thể hiện của học bạ số ${recordId}, phiên bản ${version}`, `Mã tra cứu ${lookupCode}`],
  };
}
