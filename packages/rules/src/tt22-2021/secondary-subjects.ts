import { type SecondarySubject, secondarySubjects } from '@hocba/record';

export type LowerSecondaryGrade = 6 | 7 | 8 | 9;
export type UpperSecondaryGrade = 10 | 11 | 12;
export type SecondaryGrade = LowerSecondaryGrade | UpperSecondaryGrade;

export { type SecondarySubject, secondarySubjects };

/** Bắt buộc, lựa chọn (four of nine in THPT), tự chọn, or not in the programme of the grade. */
export type SecondaryStanding = 'compulsory' | 'chosen' | 'elective' | 'notTaught';

const electives: readonly SecondarySubject[] = ['ethnicLanguage', 'secondForeignLanguage'];

const lowerCompulsory: Readonly<Partial<Record<SecondarySubject, number>>> = {
  literature: 140,
  mathematics: 140,
  foreignLanguage: 105,
  civics: 35,
  historyGeography: 105,
  naturalSciences: 140,
  technology: 35,
  informatics: 35,
  physicalEducation: 70,
  arts: 70,
  localEducation: 35,
  experientialActivities: 105,
};

const upperCompulsory: Readonly<Partial<Record<SecondarySubject, number>>> = {
  literature: 105,
  mathematics: 105,
  foreignLanguage: 105,
  history: 52,
  physicalEducation: 70,
  defenceSecurity: 35,
  localEducation: 35,
  experientialActivities: 105,
};

/** Môn học lựa chọn of THPT: each pupil takes four. @law TT32/2018 Đ1 */
export const chosenSubjects: readonly SecondarySubject[] = [
  'geography',
  'economicsLaw',
  'physics',
  'chemistry',
  'biology',
  'technology',
  'informatics',
  'music',
  'fineArts',
];

export const chosenSubjectCount = 4;

const subjectsWithTopics: readonly SecondarySubject[] = ['literature', 'mathematics', 'history', ...chosenSubjects];

/** Số cụm chuyên đề học tập of each pupil of THPT. @law TT32/2018 Đ1 */
export const topicCount = 3;

/** Whether a subject offers a cụm chuyên đề học tập: in THPT only. @law TT32/2018 Đ1 */
export function offersTopic(subject: SecondarySubject, grade: SecondaryGrade): boolean {
  return grade >= 10 && subjectsWithTopics.includes(subject);
}

/** Môn học có phần thực hành được miễn. @law TT22/2021 Đ10 */
export const practicalSubjects: readonly SecondarySubject[] = ['physicalEducation', 'defenceSecurity'];

const inForm = secondarySubjects.map(({ id }) => id);
const compulsory = {
  lower: inForm.filter((id) => lowerCompulsory[id] !== undefined),
  upper: inForm.filter((id) => upperCompulsory[id] !== undefined),
};

/** Môn học bắt buộc of a grade, in the order of the form. */
export function compulsorySubjects(grade: SecondaryGrade): readonly SecondarySubject[] {
  return grade <= 9 ? compulsory.lower : compulsory.upper;
}

/** Chương trình giáo dục phổ thông 2018, THCS and THPT. @law TT32/2018 Đ1, TT13/2022 Đ1 */
export function secondaryStanding(subject: SecondarySubject, grade: SecondaryGrade): SecondaryStanding {
  if (compulsorySubjects(grade).includes(subject)) return 'compulsory';
  if (grade >= 10 && chosenSubjects.includes(subject)) return 'chosen';
  return electives.includes(subject) ? 'elective' : 'notTaught';
}

/** Số tiết trong năm học, without the cụm chuyên đề học tập. */
export function lessonsPerYear(subject: SecondarySubject, grade: SecondaryGrade): number {
  if (electives.includes(subject)) return 105;
  if (grade >= 10) return upperCompulsory[subject] ?? 70;
  return subject === 'technology' && grade >= 8 ? 52 : (lowerCompulsory[subject] ?? 0);
}
