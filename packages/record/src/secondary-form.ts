import type { SecondarySubject } from './terms/secondary-subject.ts';

/** Rows of the THCS form, in its order. @law TT22/2021 PL */
export const lowerSecondaryForm: readonly SecondarySubject[] = [
  'literature',
  'mathematics',
  'foreignLanguage',
  'civics',
  'historyGeography',
  'naturalSciences',
  'technology',
  'informatics',
  'physicalEducation',
  'arts',
  'localEducation',
  'experientialActivities',
  'ethnicLanguage',
  'secondForeignLanguage',
];

/** Rows of the THPT form, in its order: compulsory, the nine of which four are chosen, activities, electives. @law TT22/2021 PL */
export const upperSecondaryForm: readonly SecondarySubject[] = [
  'literature',
  'mathematics',
  'foreignLanguage',
  'history',
  'physicalEducation',
  'defenceSecurity',
  'geography',
  'economicsLaw',
  'physics',
  'chemistry',
  'biology',
  'technology',
  'informatics',
  'music',
  'fineArts',
  'experientialActivities',
  'localEducation',
  'ethnicLanguage',
  'secondForeignLanguage',
];

/** Rows of the form of a grade, 6–12, general and continuing education alike. */
export function secondaryFormOf(grade: number): readonly SecondarySubject[] {
  return grade <= 9 ? lowerSecondaryForm : upperSecondaryForm;
}

const byComment: readonly SecondarySubject[] = [
  'physicalEducation',
  'arts',
  'music',
  'fineArts',
  'localEducation',
  'experientialActivities',
];

/** Hình thức đánh giá: bằng nhận xét, or bằng nhận xét kết hợp điểm số. @law TT22/2021 Đ5 */
export function assessmentFormOf(subject: SecondarySubject): 'byScore' | 'byComment' {
  return byComment.includes(subject) ? 'byComment' : 'byScore';
}
