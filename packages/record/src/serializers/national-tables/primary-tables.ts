import type { PrimarySubjectResult, PrimaryYearSheet } from '../../primary-record.ts';
import { primarySubjects } from '../../terms/primary-subject.ts';
import { subjectLevels } from '../../terms/subject-level.ts';
import { termOf } from '../../terms/term.ts';
import { tenths } from '../../xml/value-forms.ts';
import { flag, guessed, sure } from './columns.ts';
import { recordHead } from './head-columns.ts';
import { type NationalTable, partTable, sheetTable } from './national-table.ts';
import { personTables } from './person-tables.ts';
import { schoolingTable } from './schooling-table.ts';
import { subjectCode } from './subject-code.ts';

const name = 'thongtinsohocbasotieuhoc';
const score = tenths(100);

const head = sheetTable<PrimaryYearSheet>(name, [
  ...recordHead,
  sure('duoclenlop', '1 được lên lớp', {
    value: ({ sheet }) => flag(sheet.conclusion.promoted),
    carries: 'conclusion.promoted',
  }),
  guessed('hoanthanhchuongtrinhlop', '1 hoàn thành chương trình lớp học; cột có thật, tên chưa chắc', {
    value: ({ sheet }) => flag(sheet.conclusion.gradeCompleted),
    carries: 'conclusion.gradeCompleted',
  }),
  guessed('hoanthanhchuongtrinhtieuhoc', '1 hoàn thành chương trình tiểu học; cột có thật, tên chưa chắc', {
    value: ({ sheet }) => flag(sheet.conclusion.primaryCompleted),
    carries: 'conclusion.primaryCompleted',
  }),
]);

const subjects = partTable<PrimaryYearSheet, PrimarySubjectResult>(
  `${name}_dsbangdiem`,
  { of: (sheet) => sheet.subjects, keyOf: ({ subject }) => termOf(primarySubjects, subject).code },
  [
    subjectCode(),
    guessed('mucdatduoc', 'T, H, C', {
      value: ({ part }) => part.level && termOf(subjectLevels, part.level).code,
      carries: 'subjects[].level',
    }),
    guessed('diemktdk', 'Điểm kiểm tra định kì cuối năm', {
      value: ({ part }) => (part.score === null ? null : score.format(part.score)),
      carries: 'subjects[].score',
    }),
    guessed('nhanxet', 'Nhận xét', { value: ({ part }) => part.comment || null, carries: 'subjects[].comment' }),
  ],
);

/** Tables of a primary sheet. */
export const primaryTables: readonly NationalTable<PrimaryYearSheet>[] = [
  head,
  ...personTables(name),
  schoolingTable(name),
  subjects,
];
