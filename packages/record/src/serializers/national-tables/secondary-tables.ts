import type { Qualification, SecondarySubjectResult, SecondaryYearSheet } from '../../secondary-record.ts';
import { commentResults } from '../../terms/comment-result.ts';
import { qualificationKinds } from '../../terms/qualification-kind.ts';
import { secondarySubjects } from '../../terms/secondary-subject.ts';
import { termOf } from '../../terms/term.ts';
import { tenths } from '../../xml/value-forms.ts';
import { flag, guessed, likely, sure } from './columns.ts';
import { recordHead } from './head-columns.ts';
import {
  type NationalColumn,
  type NationalTable,
  type PartOf,
  partTable,
  type SheetToSend,
  sheetTable,
} from './national-table.ts';
import { personTables } from './person-tables.ts';
import { resultTables } from './result-tables.ts';
import { schoolingTable } from './schooling-table.ts';
import { subjectCode } from './subject-code.ts';

const name = 'thongtinsohocbasothcsthpt';
const score = tenths(100);

const head = sheetTable<SecondaryYearSheet>(name, [
  ...recordHead,
  sure('duoclenlop', '1 được lên lớp, cả sau kì nghỉ hè', ({ sheet }) =>
    flag(sheet.conclusion.promotion !== 'retained'),
  ),
]);

type Term = 'first' | 'second' | 'year' | 'afterReassessment';

/** "Đ", "CĐ" or "8.5": the column is seen with levels; that it takes scores too is our reading. */
export function markText(row: SecondarySubjectResult, term: Term): string | null {
  if (row.form === 'byScore') {
    const mark = row.marks[term];
    return mark === null ? null : score.format(mark);
  }
  const mark = row.marks[term];
  return mark === null ? null : termOf(commentResults, mark).code;
}

function markColumn(
  name: string,
  meaning: string,
  term: Term,
): NationalColumn<PartOf<SheetToSend<SecondaryYearSheet>, SecondarySubjectResult>> {
  return likely(name, meaning, { value: ({ part }) => markText(part, term), carries: `subjects[].marks.${term}` });
}

const subjects = partTable<SecondaryYearSheet, SecondarySubjectResult>(
  `${name}_bangdiem`,
  { of: (sheet) => sheet.subjects, keyOf: ({ subject }) => termOf(secondarySubjects, subject).code },
  [
    subjectCode(),
    markColumn('hocky1', 'Học kì I: điểm, hoặc Đ, CĐ', 'first'),
    markColumn('hocky2', 'Học kì II: điểm, hoặc Đ, CĐ', 'second'),
    markColumn('canam', 'Cả năm: điểm, hoặc Đ, CĐ', 'year'),
  ],
);

const qualifications = partTable<SecondaryYearSheet, Qualification>(
  `${name}_chungchi`,
  { of: (sheet) => sheet.conclusion.qualifications },
  [
    sure('loaichungchi', 'Loại chứng chỉ; danh mục chưa có, mã của Hocba', {
      value: ({ part }) => termOf(qualificationKinds, part.kind).code,
      carries: 'conclusion.qualifications[].kind',
      isOwnCode: () => true,
    }),
    guessed('tenchungchi', 'Tên chứng chỉ', {
      value: ({ part }) => part.title,
      carries: 'conclusion.qualifications[].title',
    }),
    guessed('xeploai', 'Xếp loại', {
      value: ({ part }) => part.grading,
      carries: 'conclusion.qualifications[].grading',
    }),
    guessed('noicap', 'Nơi cấp', { value: ({ part }) => part.issuer, carries: 'conclusion.qualifications[].issuer' }),
    guessed('ngaycap', 'Ngày cấp', {
      value: ({ part }) => part.issuedOn,
      carries: 'conclusion.qualifications[].issuedOn',
    }),
  ],
);

/** Tables of a sheet of THCS, THPT, GDTX. */
export const secondaryTables: readonly NationalTable<SecondaryYearSheet>[] = [
  head,
  ...personTables(name),
  schoolingTable(name),
  qualifications,
  subjects,
  ...resultTables,
];
