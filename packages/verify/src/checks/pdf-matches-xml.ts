import type { YearSheet } from '@hocba/record';
import type { PageTexts, Rerender } from '../context.ts';
import type { PdfFacts, RecordFacts } from '../facts/record-facts.ts';
import { renditionOf } from '../facts/rendition-of.ts';
import type { Check } from '../report.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';
import { noXml } from './schema-valid.ts';

/**
 * What the PDF shows is what its embedded XML says: the form drawn again from the XML gives the same bytes as the
 * PDF's first revision, or at least the same text on each page.
 */
export async function pdfMatchesXml(facts: RecordFacts): Promise<Check> {
  const { problems, notes } = await match(facts);
  return conclude('pdf-matches-xml', { problems, passed: 'Chữ trên từng trang PDF đúng như dữ liệu gốc.', notes });
}

interface Match {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

async function match(facts: RecordFacts): Promise<Match> {
  const { xml, pdf, context } = facts;
  if (!pdf?.file || !xml) return open(noXml());
  if (!xml.sheet)
    return open(unknown('xml-unreadable', 'Dữ liệu gốc trong PDF không đọc được nên không đối chiếu được.'));
  if (!context.rerender)
    return open(unknown('no-engine', 'Không có bộ dựng bản thể hiện để đối chiếu PDF với dữ liệu gốc.'));
  const comparison = { facts, pdf, sheet: xml.sheet, rerender: context.rerender };
  try {
    const same = await sameFile(comparison);
    if (same || !context.pageTexts)
      return same ?? open(unknown('no-engine', 'Không có bộ đọc chữ trên PDF để đối chiếu.'));
    return await compareTexts(comparison, context.pageTexts);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return open(unknown('no-engine', 'Không đối chiếu được chữ trên PDF với dữ liệu gốc.', why));
  }
}

function open(problem: Problem): Match {
  return { problems: [problem], notes: [] };
}

interface Comparison {
  readonly facts: RecordFacts;
  readonly pdf: PdfFacts;
  readonly sheet: YearSheet;
  readonly rerender: Rerender;
}

/** By the addresses renditions are known to print; the usual case, and needs no text extraction. */
async function sameFile({ facts, pdf, rerender }: Comparison): Promise<Match | undefined> {
  const { lookupBaseUrl, trust } = facts.context;
  const original = pdf.bytes.subarray(0, pdf.file?.revisions[0]?.end ?? 0);
  for (const base of lookupBaseUrl === undefined ? [...trust.lookupBases].slice(0, 2) : [lookupBaseUrl]) {
    const rendition = renditionOf(facts, base);
    const same = rendition && startsEqual(original, await rerender(rendition));
    if (same)
      return { problems: [], notes: [`PDF trùng từng byte với bản dựng lại; địa chỉ tra cứu in trên PDF: ${base}…`] };
  }
  return undefined;
}

/** The first update may begin with the line break that the original lacks. */
function startsEqual(original: Uint8Array, rendered: Uint8Array): boolean {
  const end = original.length;
  if (rendered.length > end || end - rendered.length > 2) return false;
  return rendered.every((byte, at) => byte === original[at]);
}

async function compareTexts({ facts, pdf, sheet, rerender }: Comparison, pageTexts: PageTexts): Promise<Match> {
  const shown = await pageTexts(pdf.bytes);
  const printed = printedBase(shown, sheet.lookupCode);
  const base = facts.context.lookupBaseUrl ?? printed;
  if (base === undefined) return open(failure('text-differs', 'PDF không in địa chỉ tra cứu của học bạ này.'));
  const rendition = renditionOf(facts, base);
  if (!rendition) return open(noXml());
  const rendered = await rerender(rendition);
  const original = pdf.bytes.subarray(0, pdf.file?.revisions[0]?.end ?? 0);
  if (startsEqual(original, rendered)) {
    facts.context.trust.lookupBases.add(base);
    return { problems: [], notes: [`PDF trùng từng byte với bản dựng lại; địa chỉ tra cứu in trên PDF: ${base}…`] };
  }
  const differing = differingPages(shown, await pageTexts(rendered));
  if (differing.length > 0 && printed !== base) {
    return open(failure('lookup-address-differs', `PDF in địa chỉ tra cứu “${printed ?? ''}”, không phải “${base}”.`));
  }
  return {
    problems: differing.map((page) => failure('text-differs', `Chữ trên trang ${page} của PDF khác với dữ liệu gốc.`)),
    notes: [`${whyTexts(pdf)}; địa chỉ tra cứu in trên PDF: ${base}…`],
  };
}

/** Never that another program made it, where somebody changed it. */
function whyTexts({ reports, damage }: PdfFacts): string {
  const whole = damage.regions.length === 0 && reports.every(({ indication }) => indication === 'passed');
  return whole
    ? 'PDF không trùng từng byte với bản dựng lại nên chỉ so chữ trên từng trang'
    : 'Tệp PDF đã bị thay đổi sau khi đóng dấu, không còn trùng với bản dựng lại; chỉ so được chữ trên từng trang';
}

function differingPages(shown: readonly string[], expected: readonly string[]): readonly number[] {
  const pages = Array.from({ length: Math.max(shown.length, expected.length) }, (_, page) => page + 1);
  return pages.filter((page) => shown[page - 1] !== expected[page - 1]);
}

/** What stands before the look-up code in the address the cover prints. */
function printedBase([cover = '']: readonly string[], lookupCode: string): string | undefined {
  return new RegExp(`https?://[!-~]*?(?=${lookupCode})`).exec(cover)?.[0];
}
