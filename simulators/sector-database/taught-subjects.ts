import type { PrimarySubject } from '@hocba/record';
import { primarySubjects } from '@hocba/record';
import type { Grade } from './school-data.ts';
import type { SpecialistField } from './school-plan.ts';

/** How a subject is assessed at the year's end. */
export type YearEnd = 'test' | 'level' | 'commentOnly';

/** Chương trình GDPT 2018, tiểu học: what a grade learns; `undefined` where it does not. */
export function yearEndOf(subject: PrimarySubject, grade: Grade): YearEnd | undefined {
  switch (subject) {
    case 'vietnamese':
    case 'mathematics':
      return 'test';
    case 'foreignLanguage':
      return grade >= 3 ? 'test' : 'commentOnly';
    case 'informatics':
    case 'technology':
      return grade >= 3 ? 'test' : undefined;
    case 'historyGeography':
    case 'science':
      return grade >= 4 ? 'test' : undefined;
    case 'natureSociety':
      return grade <= 3 ? 'level' : undefined;
    default:
      return 'level';
  }
}

export interface ClassProgramme {
  readonly grade: Grade;
  /** Tiếng dân tộc is elective. */
  readonly ethnicLanguage: boolean;
}

/** The subjects of one class in the order of the form. */
export function taughtSubjects(programme: ClassProgramme): PrimarySubject[] {
  return primarySubjects
    .map((subject) => subject.id)
    .filter((subject) => subject !== 'ethnicLanguage' || programme.ethnicLanguage)
    .filter((subject) => yearEndOf(subject, programme.grade) !== undefined);
}

/** Who teaches it: a specialist's field, or the homeroom teacher. */
export function specialistFor(subject: PrimarySubject): SpecialistField | 'homeroom' {
  switch (subject) {
    case 'informatics':
    case 'technology':
      return 'informaticsTechnology';
    case 'foreignLanguage':
    case 'music':
    case 'fineArts':
    case 'physicalEducation':
    case 'ethnicLanguage':
      return subject;
    default:
      return 'homeroom';
  }
}
