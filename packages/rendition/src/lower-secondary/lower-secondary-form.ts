import { lowerSecondaryForm as rows } from '@hocba/record';
import { type SecondaryForm, schoolWords, withOptionalApart } from '../secondary/secondary-form.ts';

/** Mẫu học bạ THCS. @law TT22/2021 Đ16 */
export const lowerSecondaryForm: SecondaryForm = {
  version: 'hocba-thcs-2',
  title: ['HỌC BẠ', 'TRUNG HỌC CƠ SỞ'],
  numberSuffix: 'THCS',
  words: schoolWords,
  programme: 'trung học cơ sở',
  firstGrade: 6,
  lastGrade: 9,
  subjectGroups: withOptionalApart(rows),
  topicLines: 0,
};
