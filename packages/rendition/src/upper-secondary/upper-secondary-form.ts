import { upperSecondaryForm as rows } from '@hocba/record';
import { type SecondaryForm, schoolWords, withOptionalApart } from '../secondary/secondary-form.ts';

/** Mẫu học bạ THPT: all nine electives have a row, those not chosen stay empty. @law TT22/2021 Đ16 */
export const upperSecondaryForm: SecondaryForm = {
  version: 'hocba-thpt-2',
  title: ['HỌC BẠ', 'TRUNG HỌC PHỔ THÔNG'],
  numberSuffix: 'THPT',
  words: schoolWords,
  programme: 'trung học phổ thông',
  firstGrade: 10,
  lastGrade: 12,
  subjectGroups: withOptionalApart(rows),
  topicLines: 3,
};
