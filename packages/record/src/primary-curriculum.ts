import { type CoreCompetence, coreCompetences } from './terms/core-competence.ts';
import { type PrimarySubject, primarySubjects } from './terms/primary-subject.ts';

export type PrimaryGrade = 1 | 2 | 3 | 4 | 5;

/** What the programme says of one row of the form in one grade. */
export interface SubjectInGrade {
  readonly subject: PrimarySubject;
  /** `compulsory`: assessed, must have a level. `elective`: may hold a comment, and a level. `absent`: stays empty. */
  readonly standing: 'compulsory' | 'elective' | 'absent';
  /** Bài kiểm tra định kì cuối năm: must have a score. @law TT27/2020 Đ7 */
  readonly tested: boolean;
}

const all: readonly PrimaryGrade[] = [1, 2, 3, 4, 5];
const fromGrade3: readonly PrimaryGrade[] = [3, 4, 5];
const none: readonly PrimaryGrade[] = [];

interface Programme {
  readonly compulsory: readonly PrimaryGrade[];
  readonly elective: readonly PrimaryGrade[];
  readonly tested: boolean;
}

/**
 * Compulsory and elective grades of each subject. Tin học before grade 3 is in the programme of no grade, but printed
 * records of grade 1 carry a comment in its row: hence elective.
 * @law TT32/2018, TT13/2022, TT17/2025
 */
const programme: Readonly<Record<PrimarySubject, Programme>> = {
  vietnamese: { compulsory: all, elective: none, tested: true },
  mathematics: { compulsory: all, elective: none, tested: true },
  foreignLanguage: { compulsory: fromGrade3, elective: [1, 2], tested: true },
  historyGeography: { compulsory: [4, 5], elective: none, tested: true },
  science: { compulsory: [4, 5], elective: none, tested: true },
  informatics: { compulsory: fromGrade3, elective: [1, 2], tested: true },
  technology: { compulsory: fromGrade3, elective: none, tested: true },
  ethics: { compulsory: all, elective: none, tested: false },
  natureSociety: { compulsory: [1, 2, 3], elective: none, tested: false },
  physicalEducation: { compulsory: all, elective: none, tested: false },
  music: { compulsory: all, elective: none, tested: false },
  fineArts: { compulsory: all, elective: none, tested: false },
  experientialActivities: { compulsory: all, elective: none, tested: false },
  ethnicLanguage: { compulsory: none, elective: all, tested: false },
};

/** Every row of the form, in its order, as it stands in `grade`. */
export function primarySubjectsInGrade(grade: PrimaryGrade): readonly SubjectInGrade[] {
  return primarySubjects.map(({ id }) => subjectInGrade(id, grade));
}

export function subjectInGrade(subject: PrimarySubject, grade: PrimaryGrade): SubjectInGrade {
  const { compulsory, elective, tested } = programme[subject];
  if (compulsory.includes(grade)) return { subject, standing: 'compulsory', tested };
  return { subject, standing: elective.includes(grade) ? 'elective' : 'absent', tested: false };
}

/** Năng lực assessed in `grade`: Công nghệ and Tin học only once the subjects are taught, from grade 3. */
export function competencesInGrade(grade: PrimaryGrade): readonly CoreCompetence[] {
  const ids = coreCompetences.map(({ id }) => id);
  return grade >= 3 ? ids : ids.filter((id) => id !== 'technology' && id !== 'informatics');
}
