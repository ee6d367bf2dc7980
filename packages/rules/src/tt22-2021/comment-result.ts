import type { CommentResult } from '@hocba/record';

/** One assessment by comment: Đạt, Chưa đạt, or missed without a make-up. @law TT22/2021 Đ5, Đ7 */
export type CommentAssessment = 'achieved' | 'notAchieved' | 'missed';

/** Học kì: the required number of assessments taken, and every one Đạt. @law TT22/2021 Đ9.1.a */
export function semesterComment(assessments: readonly CommentAssessment[], required: number): CommentResult {
  const taken = assessments.filter((assessment) => assessment !== 'missed');
  return taken.length >= required && taken.every((assessment) => assessment === 'achieved')
    ? 'achieved'
    : 'notAchieved';
}

/** Cả năm: the result of the second semester, whatever the first. @law TT22/2021 Đ9.1.a */
export function yearComment(secondSemester: CommentResult): CommentResult {
  return secondSemester;
}
