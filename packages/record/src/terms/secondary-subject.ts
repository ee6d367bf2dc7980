import { type Term, termOf } from './term.ts';

/** Môn học, hoạt động giáo dục of THCS and THPT; each form's own order: secondary-form.ts. Codes are ours until the list of QĐ 4998/QĐ-BGDĐT is at hand. */
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
] as const;

/** Môn học, hoạt động giáo dục of THCS and THPT: a row of the forms. */
export type SecondarySubject = (typeof secondarySubjects)[number]['id'];

export interface SecondarySubjectTerm extends Term<SecondarySubject> {
  /** Hoạt động hoặc nội dung giáo dục, not a môn học. */
  readonly activity: boolean;
}

export function secondarySubjectTerm(subject: SecondarySubject): SecondarySubjectTerm {
  const activity = subject === 'experientialActivities' || subject === 'localEducation';
  return { ...termOf(secondarySubjects, subject), activity };
}
