import {
  commentResults,
  formatPartialDate,
  formatScore,
  labelOf,
  promotionManners,
  type SecondarySubject,
  type SecondarySubjectResult,
  type SecondaryYearConclusion,
  secondaryCommendations,
  secondaryFormOf,
  secondaryLevels,
  secondarySubjects,
  type Term,
  termOf,
  type YearLevels,
} from '@hocba/record';
import { letterOf } from '../form/term-letter.ts';
import type { SecondaryClassSummary, SecondaryClassSummaryRow } from './secondary-class-summary.ts';
import { type MarkView, markView, type SummaryRowView, type SummaryTableView } from './summary-table.ts';

export function secondarySummaryTable(summary: SecondaryClassSummary): SummaryTableView {
  const subjects = assessedSubjects(summary);
  const terms = ['Học kì I', 'Học kì II', 'Cả năm'];
  return {
    groups: [
      ...subjects.map((subject) => ({ label: labelOf(secondarySubjects, subject), columns: ['Cả năm'] })),
      { label: 'Rèn luyện', columns: terms },
      { label: 'Học tập', columns: terms },
    ],
    widestMark: 0.78,
    tail: TAIL,
    rows: summary.rows.map((row, index) => rowView(row, index, subjects)),
    totals: totals(summary.rows),
    legend: LEGEND,
  };
}

const TAIL: SummaryTableView['tail'] = [
  { label: 'Số buổi nghỉ', width: 0.75, upright: true },
  { label: 'Khen thưởng', width: null, upright: false },
  { label: 'Được lên lớp', width: 0.85, upright: true },
];

const LEGEND = [
  'Môn học: điểm trung bình môn học cả năm; môn đánh giá bằng nhận xét: Đ – Đạt; CĐ – Chưa đạt; M – miễn.',
  'Rèn luyện, học tập: T – Tốt; K – Khá; Đ – Đạt; CĐ – Chưa đạt.',
  `${promotionManners.map(({ code, label }) => `${code} – ${label}`).join('; ')}.`,
  'Giá trị nhỏ trước mũi tên là kết quả trước khi đánh giá lại hoặc rèn luyện trong kì nghỉ hè.',
].join(' ');

/** Only what someone in the class has a row for, in the order of the form: an empty column would cost the room others need. */
function assessedSubjects({ rows, grade }: SecondaryClassSummary): SecondarySubject[] {
  const present = new Set(rows.flatMap(({ subjects }) => subjects.map(({ subject }) => subject)));
  return [...new Set([...secondaryFormOf(grade), ...present])].filter((subject) => present.has(subject));
}

function rowView(row: SecondaryClassSummaryRow, index: number, subjects: readonly SecondarySubject[]): SummaryRowView {
  const { conduct, academic, absentHalfDays, commendations, promotion } = row.conclusion;
  return {
    number: String(index + 1),
    fullName: row.fullName,
    birthDate: formatPartialDate(row.birthDate),
    marks: [
      ...subjects.map((subject) => yearMark(row.subjects.find((result) => result.subject === subject))),
      ...levelMarks(conduct),
      ...levelMarks(academic),
    ],
    tail: [
      String(absentHalfDays.withLeave + absentHalfDays.withoutLeave),
      commendations.map(({ text }) => text).join('; '),
      termOf(promotionManners, promotion).code,
    ],
  };
}

function yearMark(result: SecondarySubjectResult | undefined): MarkView {
  if (result === undefined) return markView('', '');
  if (result.exempted && result.marks.year === null) return markView('M', '');
  if (result.form === 'byScore')
    return markView(scoreText(result.marks.year), scoreText(result.marks.afterReassessment));
  const { year, afterReassessment } = result.marks;
  return markView(letterOf(commentResults, year), letterOf(commentResults, afterReassessment));
}

function scoreText(score: Parameters<typeof formatScore>[0] | null): string {
  return score === null ? '' : formatScore(score);
}

function levelMarks({ first, second, year, afterSummer }: YearLevels): MarkView[] {
  const letter = (level: YearLevels['year']) => letterOf(secondaryLevels, level);
  return [markView(letter(first), ''), markView(letter(second), ''), markView(letter(year), letter(afterSummer))];
}

function totals(rows: readonly SecondaryClassSummaryRow[]): string[] {
  const count = (holds: (conclusion: SecondaryYearConclusion) => boolean) =>
    rows.filter(({ conclusion }) => holds(conclusion)).length;
  const levels = (which: 'conduct' | 'academic') =>
    counted(secondaryLevels, (id) => count(({ [which]: of }) => (of.afterSummer ?? of.year) === id));
  const titles = counted(secondaryCommendations, (id) =>
    count(({ commendations }) => commendations.some(({ title }) => title === id)),
  );
  return [
    `Rèn luyện: ${levels('conduct')}`,
    `Học tập: ${levels('academic')}`,
    counted(promotionManners, (id) => count(({ promotion }) => promotion === id)),
    titles,
  ];
}

/** "Tốt 30, Khá 12, …". */
function counted<Id extends string>(terms: readonly Term<Id>[], count: (id: Id) => number): string {
  return terms.map(({ id, label }) => `${label} ${count(id)}`).join(', ');
}
