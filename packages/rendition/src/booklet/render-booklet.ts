import { formatSchoolYear } from '@hocba/record';
import { coverView } from '../form/cover.ts';
import { type DigitalFactsView, digitalFacts } from '../form/digital-facts.ts';
import { documentDate } from '../form/document-date.ts';
import type { FormPages } from '../form/form-pages.ts';
import type { DocumentMeta } from '../form/view.ts';
import type { Layout } from '../pdf/layout.ts';
import { toPdf } from '../pdf/typst-engine.ts';
import { pagesOf } from '../year-sheet/pages-of.ts';
import type { BookletRendition } from './booklet-rendition.ts';
import { type BookletYears, bookletYears } from './booklet-years.ts';
import { type Original, originalsPageView } from './originals-page.ts';

/**
 * Toàn bộ học bạ của một cấp học: cover, guidance, personal page, each year's pages and the list of the signed
 * originals, as PDF/A-3a with every year's XML inside. Equal input gives equal bytes.
 * @throws RangeError when the years are none, or not of one pupil and one form
 * @throws RenditionError when the text holds a character the font cannot draw
 */
export async function renderBooklet({ years }: BookletRendition): Promise<Uint8Array> {
  return toPdf(bookletLayout(bookletYears(years)));
}

function bookletLayout(years: BookletYears): Layout {
  const latest = years.at(-1) ?? years[0];
  const pages = pagesOf(
    latest,
    years.slice(0, -1).map(({ sheet }) => sheet),
  );
  const originals = years.map((year, index) => ({ year, fileName: fileName(year.sheet.schoolYear, years, index) }));
  return {
    template: `${pages.folder}/booklet.typ`,
    data: {
      meta: documentMeta(years, latest, pages),
      cover: coverView(pages, bookletFacts(years, latest)),
      guidance: pages.guidance,
      personal: pages.personal,
      years: years.map((year) => pagesOf(year).year),
      originals: originalsPageView(originals, pages.firstGrade),
    },
    attachments: originals.map(attachment),
  };
}

/** `hocba-2025-2026.xml`; where a pupil has two sheets of one year, the second says so. */
function fileName(schoolYear: string, years: BookletYears, index: number): string {
  const before = years.slice(0, index).filter(({ sheet }) => sheet.schoolYear === schoolYear).length;
  return before === 0 ? `hocba-${schoolYear}.xml` : `hocba-${schoolYear}-${before + 1}.xml`;
}

function attachment({ year, fileName: name }: Original) {
  const description = `Học bạ số năm học ${year.sheet.schoolYear}: dữ liệu gốc đã ký số`;
  return { name, description, bytes: year.recordXml };
}

function bookletFacts(years: BookletYears, { sheet, lookupUrl }: BookletYears[0]): DigitalFactsView {
  return digitalFacts(lookupUrl, [
    ['Mã số tra cứu học bạ', sheet.lookupCode],
    ['Mã định danh học bạ', sheet.recordId],
    ['Các năm học', years.map((year) => formatSchoolYear(year.sheet.schoolYear)).join('; ')],
    ['Bản gốc đã ký số', `${years.length} tệp XML kèm theo, danh mục ở cuối`],
    ['Địa chỉ tra cứu', lookupUrl],
  ]);
}

function documentMeta(
  years: BookletYears,
  { sheet }: BookletYears[0],
  { name, version: drawing }: FormPages,
): DocumentMeta {
  const { lookupCode, student, school, carriedOverOn } = sheet;
  const title = `${name} – ${student.fullName}`;
  return {
    title,
    author: school.name,
    description: `Bản thể hiện toàn bộ học bạ số, ${years.length} năm học`,
    keywords: ['học bạ số', lookupCode, drawing],
    date: documentDate(
      years.flatMap(({ signatures }) => signatures),
      carriedOverOn,
    ),
    landscape: false,
    footer: [`Bản thể hiện toàn bộ học bạ số: ${title}`, `Mã tra cứu ${lookupCode}`],
  };
}
