import {
  type CoreCompetence,
  competencesInGrade,
  type PrimaryGrade,
  type PrimarySubject,
  subjectInGrade,
} from '@hocba/record';

/** Whether a subject stands in a grade's programme: bắt buộc, tự chọn, or not at all. */
export type SubjectStanding = 'compulsory' | 'elective' | 'notTaught';

/** Chương trình giáo dục phổ thông 2018, cấp tiểu học. @law TT32/2018 Đ1 */
export function standingOf(subject: PrimarySubject, grade: PrimaryGrade): SubjectStanding {
  const { standing } = subjectInGrade(subject, grade);
  return standing === 'absent' ? 'notTaught' : standing;
}

/** Năng lực Công nghệ, Tin học: the subject behind them begins in grade 3, the form leaves them blank before. */
export function competenceMayStayBlank(competence: CoreCompetence, grade: PrimaryGrade): boolean {
  return !competencesInGrade(grade).includes(competence);
}
