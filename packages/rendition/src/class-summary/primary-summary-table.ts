import {
  coreCompetences,
  coreQualities,
  formatPartialDate,
  formatScore,
  type PrimarySubject,
  type PrimarySubjectResult,
  type PrimaryYearConclusion,
  primaryEducationResults,
  primarySubjects,
  qualityLevels,
  type RatedRow,
  subjectLevels,
  type Term,
} from '@hocba/record';
import { letterOf } from '../form/term-letter.ts';
import type { ClassSummary, ClassSummaryRow } from './class-summary.ts';
import { type MarkView, markView, type SummaryRowView, type SummaryTableView } from './summary-table.ts';

const TAIL: SummaryTableView['tail'] = [
  { label: 'Kết quả giáo dục', width: 1, upright: true },
  { label: 'Khen thưởng', width: null, upright: false },
  { label: 'Hoàn thành CT lớp', width: 0.55, upright: true },
  { label: 'Được lên lớp', width: 0.85, upright: true },
];

const LEGEND =
  'Môn học, hoạt động giáo dục: T – Hoàn thành tốt; H – Hoàn thành; C – Chưa hoàn thành. Phẩm chất, năng lực: T – Tốt; Đ – Đạt; C – Cần cố gắng. Kết quả giáo dục: HTXS – Hoàn thành xuất sắc; HTT – Hoàn thành tốt; HT – Hoàn thành; CHT – Chưa hoàn thành. HTTH – Hoàn thành chương trình tiểu học. Giá trị nhỏ trước mũi tên là kết quả trước khi đánh giá bổ sung.';

interface SubjectColumns {
  readonly id: PrimarySubject;
  readonly label: string;
  readonly scored: boolean;
}

export function primarySummaryTable(summary: ClassSummary): SummaryTableView {
  const subjects = subjectColumns(summary);
  return {
    groups: [
      ...subjects.map(({ label, scored }) => ({ label, columns: scored ? ['Mức', 'Điểm'] : ['Mức'] })),
      { label: 'Phẩm chất chủ yếu', columns: coreQualities.map(({ label }) => label) },
      { label: 'Năng lực chung', columns: coreCompetences.slice(0, 3).map(({ label }) => label) },
      { label: 'Năng lực đặc thù', columns: coreCompetences.slice(3).map(({ label }) => label) },
    ],
    widestMark: 0.56,
    tail: TAIL,
    rows: summary.rows.map((row, index) => rowView(row, index, subjects)),
    totals: totals(summary.rows),
    legend: LEGEND,
  };
}

/** Only what someone in the class was assessed in: an empty column would cost the room others need. */
function subjectColumns({ rows }: ClassSummary): SubjectColumns[] {
  const results = rows.flatMap(({ subjects }) => subjects);
  return primarySubjects.flatMap(({ id, label }) => {
    const ofSubject = results.filter(
      ({ subject, level, score }) => subject === id && (level !== null || score !== null),
    );
    return ofSubject.length === 0
      ? []
      : [{ id, label, scored: ofSubject.some(({ score, supplementary }) => (supplementary?.score ?? score) !== null) }];
  });
}

function rowView(row: ClassSummaryRow, index: number, subjects: readonly SubjectColumns[]): SummaryRowView {
  const rated = [
    ...ratedMarks(coreQualities, row.qualities),
    ...ratedMarks(coreCompetences.slice(0, 3), row.generalCompetences),
    ...ratedMarks(coreCompetences.slice(3), row.specificCompetences),
  ];
  return {
    number: String(index + 1),
    fullName: row.fullName,
    birthDate: formatPartialDate(row.birthDate),
    marks: [...subjects.flatMap((column) => subjectMarks(column, row)), ...rated],
    tail: [
      letterOf(primaryEducationResults, row.conclusion.educationResult),
      row.conclusion.commendations.join('; '),
      row.conclusion.gradeCompleted ? 'x' : '',
      promotedText(row.conclusion),
    ],
  };
}

/** Being promoted and having completed primary school are told apart by the letters, explained in the legend. */
function promotedText({ primaryCompleted, promoted }: PrimaryYearConclusion): string {
  if (primaryCompleted) return 'HTTH';
  return promoted ? 'x' : '';
}

function subjectMarks({ id, scored }: SubjectColumns, row: ClassSummaryRow): MarkView[] {
  const result = row.subjects.find(({ subject }) => subject === id);
  const level = markView(letterOf(subjectLevels, result?.level), letterOf(subjectLevels, result?.supplementary?.level));
  return scored ? [level, markView(scoreText(result?.score), scoreText(result?.supplementary?.score))] : [level];
}

function ratedMarks<Name extends string>(terms: readonly Term<Name>[], rated: readonly RatedRow<Name>[]): MarkView[] {
  return terms.map(({ id }) => {
    const row = rated.find(({ name }) => name === id);
    return markView(letterOf(qualityLevels, row?.level), letterOf(qualityLevels, row?.supplementary));
  });
}

function scoreText(score: PrimarySubjectResult['score'] | undefined): string {
  return score === null || score === undefined ? '' : formatScore(score);
}

function totals(rows: readonly ClassSummaryRow[]): string[] {
  const count = (holds: (conclusion: PrimaryYearConclusion) => boolean) =>
    rows.filter(({ conclusion }) => holds(conclusion)).length;
  return [
    ...primaryEducationResults.map(
      ({ id, label }) => `${label}: ${count(({ educationResult }) => educationResult === id)}`,
    ),
    `Hoàn thành chương trình lớp học: ${count(({ gradeCompleted }) => gradeCompleted)}`,
    `Được khen thưởng: ${count(({ commendations }) => commendations.length > 0)}`,
  ];
}
