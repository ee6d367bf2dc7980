import { lessonsPerYear, type SecondaryGrade, type SecondarySubject } from './secondary-subjects.ts';

/** Số ĐĐGtx of a scored subject in one semester, by its lessons a year (chuyên đề not counted in the lessons). @law TT22/2021 Đ6.3 */
export function requiredRegularScores(lessonsPerYear: number): 2 | 3 | 4 {
  if (lessonsPerYear <= 35) return 2;
  return lessonsPerYear <= 70 ? 3 : 4;
}

/** … of a subject in its grade. @law TT22/2021 Đ6.3 */
export function regularScoresDue(subject: SecondarySubject, grade: SecondaryGrade): 2 | 3 | 4 {
  return requiredRegularScores(lessonsPerYear(subject, grade));
}

/** A comment subject: two regular assessments, one at mid-term, one at the end of term. @law TT22/2021 Đ6.3, Đ7 */
export const requiredCommentAssessments = 4;
