import { formatDateInWords, formatSchoolYear } from '@hocba/record';
import { documentDate } from '../form/document-date.ts';
import type { DocumentMeta } from '../form/view.ts';
import { toPdf } from '../pdf/typst-engine.ts';
import type { ClassSummary } from './class-summary.ts';
import { summaryTable } from './summary-table.ts';

/**
 * Bảng tổng hợp kết quả đánh giá giáo dục của lớp, landscape A4, PDF/A-3a. Equal input gives equal bytes.
 * @throws RenditionError when the text holds a character the font cannot draw
 * @law TT27/2020 Đ10
 */
export async function renderClassSummary(summary: ClassSummary): Promise<Uint8Array> {
  return toPdf({ template: 'class-summary/class-summary.typ', data: classSummaryView(summary) });
}

function classSummaryView(summary: ClassSummary) {
  const { schoolName, communeName, provinceName, schoolYear, className, grade } = summary;
  return {
    meta: documentMeta(summary),
    place: [communeName, provinceName].filter(Boolean).join(', '),
    school: schoolName,
    title: 'BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ GIÁO DỤC CỦA LỚP',
    subtitle: `Lớp ${className} (khối ${grade}) · Năm học ${formatSchoolYear(schoolYear)} · ${summary.assessmentPoint} · Sĩ số: ${summary.rows.length}`,
    homeroomTeacher: summary.homeroomTeacherName,
    principal: { position: summary.principalPosition, name: summary.principalName },
    placeAndDate: `${summary.placeOfIssue}, ${formatDateInWords(summary.date)}`,
    ...summaryTable(summary),
  };
}

function documentMeta({ className, schoolYear, schoolName, date }: ClassSummary): DocumentMeta {
  const title = `Bảng tổng hợp kết quả đánh giá giáo dục lớp ${className}, năm học ${schoolYear}`;
  return {
    title,
    author: schoolName,
    description: `${title}, ${schoolName}`,
    keywords: ['bảng tổng hợp kết quả đánh giá giáo dục'],
    date: documentDate([], date),
    landscape: true,
    footer: [title],
  };
}
