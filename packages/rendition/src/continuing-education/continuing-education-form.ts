import { lowerSecondaryForm } from '../lower-secondary/lower-secondary-form.ts';
import { type FormWords, type SecondaryForm, withOptionalApart } from '../secondary/secondary-form.ts';
import { upperSecondaryForm } from '../upper-secondary/upper-secondary-form.ts';

const centreWords: FormWords = { learner: 'học viên', head: 'Giám đốc', school: 'Trung tâm' };

/** Mẫu học bạ GDTX of the programme a grade belongs to. The forms were not seen: build and rows follow those of the schools. @law TT43/2021 */
export function continuingEducationForm(grade: number): SecondaryForm {
  return grade <= lowerSecondaryForm.lastGrade ? lowerProgramme : upperProgramme;
}

const lowerProgramme: SecondaryForm = {
  ...lowerSecondaryForm,
  version: 'hocba-gdtx-thcs-2',
  title: ['HỌC BẠ', 'GIÁO DỤC THƯỜNG XUYÊN', 'CẤP TRUNG HỌC CƠ SỞ'],
  numberSuffix: 'GDTX',
  words: centreWords,
  programme: 'giáo dục thường xuyên cấp trung học cơ sở',
  subjectGroups: withOptionalApart([
    'literature',
    'mathematics',
    'civics',
    'historyGeography',
    'naturalSciences',
    'foreignLanguage',
    'technology',
    'informatics',
    'localEducation',
    'experientialActivities',
    'ethnicLanguage',
  ]),
};

const upperProgramme: SecondaryForm = {
  ...upperSecondaryForm,
  version: 'hocba-gdtx-thpt-2',
  title: ['HỌC BẠ', 'GIÁO DỤC THƯỜNG XUYÊN', 'CẤP TRUNG HỌC PHỔ THÔNG'],
  numberSuffix: 'GDTX',
  words: centreWords,
  programme: 'giáo dục thường xuyên cấp trung học phổ thông',
  subjectGroups: withOptionalApart([
    'literature',
    'mathematics',
    'history',
    'geography',
    'economicsLaw',
    'physics',
    'chemistry',
    'biology',
    'technology',
    'informatics',
    'foreignLanguage',
    'localEducation',
    'experientialActivities',
    'ethnicLanguage',
  ]),
};
