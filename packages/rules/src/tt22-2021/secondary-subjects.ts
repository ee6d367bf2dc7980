import type { Term } from '@hocba/record';

export type LowerSecondaryGrade = 6 | 7 | 8 | 9;
export type UpperSecondaryGrade = 10 | 11 | 12;
export type SecondaryGrade = LowerSecondaryGrade | UpperSecondaryGrade;

/** Môn học, hoạt động giáo dục of THCS and THPT, in the order of the forms. Codes are ours until the list of QĐ 4998/QĐ-BGDĐT is at hand. */
export const secondarySubjects = [
  { id: 'literature', label: 'Ngữ văn', code: 'NV' },
  { id: 'mathematics', label: 'Toán', code: 'TO' },
  { id: 'foreignLanguage', label: 'Ngoại ngữ 1', code: 'NN1' },
  { id: 'civics', label: 'Giáo dục công dân', code: 'GDCD' },
  { id: 'historyGeography', label: 'Lịch sử và Địa lí', code: 'LSDL' },
  { id: 'naturalSciences', label: 'Khoa học tự nhiên', code: 'KHTN' },
  { id: 'history', label: 'Lịch sử', code: 'LS' },
  { id: 'geography', label: 'Địa lí', code: 'DL' },
  { id: 'economicsLaw', label: 'Giáo dục kinh tế và pháp luật', code: 'KTPL' },
  { id: 'physics', label: 'Vật lí', code: 'VL' },
  { id: 'chemistry', label: 'Hoá học', code: 'HH' },
  { id: 'biology', label: 'Sinh học', code: 'SH' },
  { id: 'technology', label: 'Công nghệ', code: 'CN' },
  { id: 'informatics', label: 'Tin học', code: 'TH' },
  { id: 'physicalEducation', label: 'Giáo dục thể chất', code: 'GDTC' },
  { id: 'defenceSecurity', label: 'Giáo dục quốc phòng và an ninh', code: 'QPAN' },
  { id: 'arts', label: 'Nghệ thuật', code: 'NT' },
  { id: 'music', label: 'Âm nhạc', code: 'AN' },
  { id: 'fineArts', label: 'Mĩ thuật', code: 'MT' },
  { id: 'localEducation', label: 'Nội dung giáo dục của địa phương', code: 'GDDP' },
  { id: 'experientialActivities', label: 'Hoạt động trải nghiệm, hướng nghiệp', code: 'HDTN' },
  { id: 'ethnicLanguage', label: 'Tiếng dân tộc thiểu số', code: 'TDT' },
  { id: 'secondForeignLanguage', label: 'Ngoại ngữ 2', code: 'NN2' },
] as const satisfies readonly Term<string>[];

export type SecondarySubject = (typeof secondarySubjects)[number]['id'];

/** Hình thức đánh giá: bằng nhận xét, or bằng nhận xét kết hợp điểm số. @law TT22/2021 Đ5 */
export type AssessmentForm = 'byComment' | 'byScore';

const byComment: readonly SecondarySubject[] = [
  'physicalEducation',
  'arts',
  'music',
  'fineArts',
  'localEducation',
  'experientialActivities',
];

/** @law TT22/2021 Đ5 */
export function assessmentForm(subject: SecondarySubject): AssessmentForm {
  return byComment.includes(subject) ? 'byComment' : 'byScore';
}

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
