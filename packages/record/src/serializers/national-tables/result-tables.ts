import type {
  SecondaryCommendationEntry,
  SecondarySubjectResult,
  SecondaryYearConclusion,
  SecondaryYearSheet,
} from '../../secondary-record.ts';
import { commendationForms } from '../../terms/commendation-form.ts';
import { schoolLevels } from '../../terms/school-level.ts';
import { secondaryCommendations } from '../../terms/secondary-commendation.ts';
import { type SecondaryLevel, secondaryLevels } from '../../terms/secondary-level.ts';
import { secondarySubjects } from '../../terms/secondary-subject.ts';
import { termOf } from '../../terms/term.ts';
import { tenths } from '../../xml/value-forms.ts';
import { cutAt, flag, guessed, likely, sure } from './columns.ts';
import { schoolAndPupil } from './head-columns.ts';
import { type NationalColumn, type NationalTable, type PartOf, partTable, type SheetToSend } from './national-table.ts';
import { subjectCode } from './subject-code.ts';

const name = 'ketquahoctapththcsthpttx';

/** One row a semester and one for the year. */
interface ResultOfTerm {
  readonly term: 'first' | 'second' | 'year';
  readonly code: string;
  readonly sheet: SecondaryYearSheet;
}

type ResultColumn = NationalColumn<PartOf<SheetToSend<SecondaryYearSheet>, ResultOfTerm>>;

function termsOf(sheet: SecondaryYearSheet): readonly ResultOfTerm[] {
  return [
    { term: 'first', code: '1', sheet },
    { term: 'second', code: '2', sheet },
    { term: 'year', code: '3', sheet },
  ];
}

/** 1 Tốt, 2 Khá, 3 Đạt, 4 Chưa đạt. */
export function levelNumber(level: SecondaryLevel | null): string | null {
  return level === null ? null : String(secondaryLevels.findIndex(({ id }) => id === level) + 1);
}

function levelColumn(column: string, meaning: string, of: 'academic' | 'conduct'): ResultColumn {
  return sure(column, meaning, {
    value: ({ part }) => levelNumber(part.sheet.conclusion[of][part.term]),
    carries: ({ part }) => `conclusion.${of}.${part.term}`,
  });
}

/** Filled in the year's row alone. */
function ofYear(value: (conclusion: SecondaryYearConclusion) => string | null) {
  return ({ part }: { readonly part: ResultOfTerm }) => (part.term === 'year' ? value(part.sheet.conclusion) : null);
}

const results = partTable<SecondaryYearSheet, ResultOfTerm>(name, { of: termsOf, keyOf: ({ code }) => code }, [
  sure('manhomcaphoc', 'Nhóm cấp học: 03, 04, 05', ({ part }) => termOf(schoolLevels, part.sheet.schoolLevel).code),
  ...schoolAndPupil.map(
    ({ name: column, meaning, certainty, value }): ResultColumn => ({
      name: column,
      meaning,
      certainty,
      value: ({ of }) => value(of),
    }),
  ),
  likely('malop', 'Tên lớp; mã lớp của cơ sở dữ liệu ngành không có trong học bạ', {
    value: ({ part }) => part.sheet.className,
    carries: 'className',
  }),
  likely('hocky', '1, 2; 3 là cả năm', ({ part }) => part.code),
  sure('diemtongket', 'Bỏ trống: TT22/2021 không có điểm tổng kết các môn', () => null),
  levelColumn('mahocluc', 'Kết quả học tập: 1 Tốt, 2 Khá, 3 Đạt, 4 Chưa đạt', 'academic'),
  levelColumn('mahanhkiem', 'Kết quả rèn luyện: 1 Tốt, 2 Khá, 3 Đạt, 4 Chưa đạt', 'conduct'),
  sure('madanhhieu', 'Danh hiệu cuối năm (QĐ 4998/QĐ-BGDĐT, danh mục chưa có): mã của Hocba', {
    value: ofYear(({ commendations }) => yearTitle(commendations)),
    carries: 'conclusion.commendations[].title',
    isOwnCode: () => true,
  }),
  guessed(
    'songaynghi',
    'Số ngày nghỉ: số buổi cả năm chia đôi',
    ofYear(({ absentHalfDays }) => daysAbsent(absentHalfDays)),
  ),
  sure('nhanxet', 'Nhận xét của giáo viên chủ nhiệm, 255 ký tự', {
    value: ofYear(({ homeroomComment }) => homeroomComment || null),
    ...cutAt(255),
    carries: 'conclusion.homeroomComment',
  }),
  sure(
    'colenlop',
    '1 được lên lớp, cả sau kì nghỉ hè',
    ofYear(({ promotion }) => flag(promotion !== 'retained')),
  ),
  likely(
    'corenluyenlai',
    '1 nếu có mức sau kì nghỉ hè',
    ofYear(({ conduct }) => flag(conduct.afterSummer !== null)),
  ),
  sure('coduxettotnghiep', 'Bỏ trống: học bạ không xét tốt nghiệp', () => null),
  likely('totnghiepcap', '1 hoàn thành chương trình cấp học, ở lớp 9 và lớp 12', {
    value: ofYear(({ levelCompleted }) => flag(levelCompleted)),
    carries: 'conclusion.levelCompleted',
  }),
]);

function yearTitle(commendations: readonly SecondaryCommendationEntry[]): string | null {
  const title = commendations.find((entry) => entry.title !== null)?.title;
  return title ? termOf(secondaryCommendations, title).code : null;
}

function daysAbsent({ withLeave, withoutLeave }: SecondaryYearConclusion['absentHalfDays']): string {
  return tenths(10_000).format((withLeave + withoutLeave) * 5);
}

const scores = partTable<SecondaryYearSheet, SecondarySubjectResult>(
  `${name}_diemmon`,
  { of: (sheet) => sheet.subjects, keyOf: ({ subject }) => termOf(secondarySubjects, subject).code },
  [
    subjectCode(),
    guessed('diem', 'Điểm trung bình môn cả năm; bỏ trống với môn đánh giá bằng nhận xét', ({ part }) =>
      part.form === 'byScore' && part.marks.year !== null ? tenths(100).format(part.marks.year) : null,
    ),
  ],
);

const commendations = partTable<SecondaryYearSheet, SecondaryCommendationEntry>(
  `${name}_khenthuong`,
  { of: (sheet) => sheet.conclusion.commendations },
  [
    guessed('hinhthuc', 'Hình thức khen thưởng, mã của Hocba', {
      value: ({ part }) => termOf(commendationForms, part.form).code,
      carries: 'conclusion.commendations[].form',
      isOwnCode: () => true,
    }),
    guessed('noidung', 'Nội dung', { value: ({ part }) => part.text, carries: 'conclusion.commendations[].text' }),
  ],
);

/** The tables of results; `_kyluat` stays empty, for a record holds no disciplinary action. */
export const resultTables: readonly NationalTable<SecondaryYearSheet>[] = [results, scores, commendations];
