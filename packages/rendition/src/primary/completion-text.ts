import type { PrimaryYearConclusion } from '@hocba/record';

/** Mục 6. Completion of the grade and promotion are two facts, both written. @law TT27/2020 Đ11 */
export function completionText(conclusion: PrimaryYearConclusion, grade: number): string {
  if (conclusion.primaryCompleted) return 'Hoàn thành chương trình tiểu học';
  const completion = `${conclusion.gradeCompleted ? 'Hoàn thành' : 'Chưa hoàn thành'} chương trình lớp ${grade}`;
  if (grade === 5) return `${completion}; Chưa hoàn thành chương trình tiểu học`;
  return `${completion}; ${conclusion.promoted ? 'Được' : 'Chưa được'} lên lớp ${grade + 1}`;
}
