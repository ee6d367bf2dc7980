import type { CoreCompetence, PrimarySubject } from '@hocba/record';
import type { PrimaryGrade } from './primary-year-input.ts';

/** Whether a subject stands in a grade's programme: bắt buộc, tự chọn, or not at all. */
export type SubjectStanding = 'compulsory' | 'elective' | 'notTaught';

const compulsoryIn: Readonly<Record<PrimarySubject, readonly PrimaryGrade[]>> = {
  vietnamese: [1, 2, 3, 4, 5],
  mathematics: [1, 2, 3, 4, 5],
  foreignLanguage: [3, 4, 5],
  historyGeography: [4, 5],
  science: [4, 5],
  informatics: [3, 4, 5],
  technology: [3, 4, 5],
  ethics: [1, 2, 3, 4, 5],
  natureSociety: [1, 2, 3],
  physicalEducation: [1, 2, 3, 4, 5],
  music: [1, 2, 3, 4, 5],
  fineArts: [1, 2, 3, 4, 5],
  experientialActivities: [1, 2, 3, 4, 5],
  ethnicLanguage: [],
};

const electiveIn: Readonly<Partial<Record<PrimarySubject, readonly PrimaryGrade[]>>> = {
  foreignLanguage: [1, 2],
  ethnicLanguage: [1, 2, 3, 4, 5],
};

/** Chương trình giáo dục phổ thông 2018, cấp tiểu học. @law TT32/2018 Đ1 */
export function standingOf(subject: PrimarySubject, grade: PrimaryGrade): SubjectStanding {
  if (compulsoryIn[subject].includes(grade)) return 'compulsory';
  return electiveIn[subject]?.includes(grade) ? 'elective' : 'notTaught';
}

/** Năng lực Công nghệ, Tin học: the subject behind them begins in grade 3, the form leaves them blank before. */
export function competenceMayStayBlank(competence: CoreCompetence, grade: PrimaryGrade): boolean {
  return grade < 3 && (competence === 'technology' || competence === 'informatics');
}
