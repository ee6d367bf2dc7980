import type {
  PrimarySubjectResult,
  PrimaryYearConclusion,
  PrimaryYearSheet,
  QualitiesAndCompetences,
} from '@hocba/record';
import { type ClassHead, classHeadOf } from './class-head.ts';

/** Một học sinh trong bảng tổng hợp: what her year sheet says, without the comments. */
export interface ClassSummaryRow {
  readonly studentId: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly subjects: readonly Pick<PrimarySubjectResult, 'subject' | 'level' | 'score' | 'supplementary'>[];
  readonly qualities: QualitiesAndCompetences['qualities'];
  readonly generalCompetences: QualitiesAndCompetences['generalCompetences'];
  readonly specificCompetences: QualitiesAndCompetences['specificCompetences'];
  readonly conclusion: PrimaryYearConclusion;
}

/** Bảng tổng hợp kết quả đánh giá giáo dục của lớp. @law TT27/2020 Đ10 */
export interface ClassSummary extends ClassHead {
  readonly grade: 1 | 2 | 3 | 4 | 5;
  /** In the order to print. */
  readonly rows: readonly ClassSummaryRow[];
}

/**
 * The summary of the class these sheets make up, in their order: every cell is taken from a sheet.
 * @throws RangeError when there is no sheet or they are not of one class and year
 */
export function summariseClass(sheets: readonly PrimaryYearSheet[]): ClassSummary {
  const [first] = sheets;
  const head = classHeadOf(sheets);
  if (first === undefined) throw new RangeError('a class summary needs a year sheet');
  return { grade: first.grade, ...head, rows: sheets.map(summaryRow) };
}

function summaryRow(sheet: PrimaryYearSheet): ClassSummaryRow {
  const { qualities, generalCompetences, specificCompetences } = sheet.qualitiesAndCompetences;
  return {
    studentId: sheet.student.studentId,
    fullName: sheet.student.fullName,
    birthDate: sheet.student.birthDate,
    subjects: sheet.subjects.map(({ subject, level, score, supplementary }) => ({
      subject,
      level,
      score,
      supplementary,
    })),
    qualities,
    generalCompetences,
    specificCompetences,
    conclusion: sheet.conclusion,
  };
}
