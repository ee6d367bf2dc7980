import { type Term, termOf } from './term.ts';

/**
 * Môn học, hoạt động giáo dục cấp tiểu học, one per row of the form, in its order. Codes are ours until the list of
 * QĐ 4998/QĐ-BGDĐT is at hand.
 */
export const primarySubjects = [
  { id: 'vietnamese', label: 'Tiếng Việt', code: 'TV' },
  { id: 'mathematics', label: 'Toán', code: 'TO' },
  { id: 'foreignLanguage', label: 'Ngoại ngữ (Tiếng Anh)', code: 'NN1' },
  { id: 'historyGeography', label: 'Lịch sử và Địa lí', code: 'LSDL' },
  { id: 'science', label: 'Khoa học', code: 'KH' },
  { id: 'informatics', label: 'TH-CN (Tin học)', code: 'TH' },
  { id: 'technology', label: 'TH-CN (Công nghệ)', code: 'CN' },
  { id: 'ethics', label: 'Đạo đức', code: 'DD' },
  { id: 'natureSociety', label: 'Tự nhiên và Xã hội', code: 'TNXH' },
  { id: 'physicalEducation', label: 'Giáo dục thể chất', code: 'GDTC' },
  { id: 'music', label: 'Nghệ thuật (Âm nhạc)', code: 'AN' },
  { id: 'fineArts', label: 'Nghệ thuật (Mĩ thuật)', code: 'MT' },
  { id: 'experientialActivities', label: 'Hoạt động trải nghiệm', code: 'HDTN' },
  { id: 'ethnicLanguage', label: 'Tiếng dân tộc', code: 'TDT' },
] as const;

/** Môn học, hoạt động giáo dục cấp tiểu học: a row of the form. */
export type PrimarySubject = (typeof primarySubjects)[number]['id'];

export interface PrimarySubjectTerm extends Term<PrimarySubject> {
  /** Hoạt động giáo dục, not a môn học. */
  readonly activity: boolean;
}

export function primarySubjectTerm(subject: PrimarySubject): PrimarySubjectTerm {
  return { ...termOf(primarySubjects, subject), activity: subject === 'experientialActivities' };
}
