import type { SecondaryYearConclusion, SecondaryYearSheet } from '@hocba/record';
import { type ClassHead, classHeadOf } from './class-head.ts';

/** Một học sinh trong bảng tổng hợp: what her year sheet says, without the comments. */
export interface SecondaryClassSummaryRow {
  readonly studentId: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly subjects: SecondaryYearSheet['subjects'];
  readonly conclusion: SecondaryYearConclusion;
}

/** Bảng tổng hợp kết quả đánh giá học sinh của lớp, THCS, THPT, GDTX. @law TT22/2021 Đ16 */
export interface SecondaryClassSummary extends ClassHead {
  readonly schoolLevel: SecondaryYearSheet['schoolLevel'];
  readonly grade: SecondaryYearSheet['grade'];
  /** In the order to print. */
  readonly rows: readonly SecondaryClassSummaryRow[];
}

/**
 * The summary of the class these sheets make up, in their order: every cell is taken from a sheet.
 * @throws RangeError when there is no sheet or they are not of one class and year
 */
export function summariseSecondaryClass(sheets: readonly SecondaryYearSheet[]): SecondaryClassSummary {
  const [first] = sheets;
  const head = classHeadOf(sheets);
  if (first === undefined) throw new RangeError('a class summary needs a year sheet');
  return { schoolLevel: first.schoolLevel, grade: first.grade, ...head, rows: sheets.map(summaryRow) };
}

function summaryRow({ student, subjects, conclusion }: SecondaryYearSheet): SecondaryClassSummaryRow {
  const { studentId, fullName, birthDate } = student;
  return { studentId, fullName, birthDate, subjects, conclusion };
}
