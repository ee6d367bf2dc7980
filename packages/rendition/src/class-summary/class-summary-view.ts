import { formatDateInWords, formatSchoolYear } from '@hocba/record';
import { documentDate } from '../form/document-date.ts';
import type { DocumentMeta } from '../form/view.ts';
import type { ClassHead } from './class-head.ts';
import type { SummaryTableView } from './summary-table.ts';

/** What the summaries of all levels share: whose class, the table, who answers for it. */
export function classSummaryView(
  head: ClassHead & { readonly grade: number; readonly rows: readonly unknown[] },
  name: string,
  table: SummaryTableView,
) {
  const { schoolName, communeName, provinceName, schoolYear, className, grade } = head;
  return {
    meta: documentMeta(head, name),
    place: [communeName, provinceName].filter(Boolean).join(', '),
    school: schoolName,
    title: `${name} của lớp`.toLocaleUpperCase('vi'),
    subtitle: `Lớp ${className} (khối ${grade}) · Năm học ${formatSchoolYear(schoolYear)} · ${head.assessmentPoint} · Sĩ số: ${head.rows.length}`,
    homeroomTeacher: head.homeroomTeacherName,
    principal: { position: head.principalPosition, name: head.principalName },
    placeAndDate: `${head.placeOfIssue}, ${formatDateInWords(head.date)}`,
    ...table,
  };
}

function documentMeta({ className, schoolYear, schoolName, date }: ClassHead, name: string): DocumentMeta {
  const title = `${name} lớp ${className}, năm học ${schoolYear}`;
  return {
    title,
    author: schoolName,
    description: `${title}, ${schoolName}`,
    keywords: [name.toLocaleLowerCase('vi')],
    date: documentDate([], date),
    landscape: true,
    footer: [title],
  };
}
