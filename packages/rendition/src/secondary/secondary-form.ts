import type { SecondarySubject, SecondaryYearSheet } from '@hocba/record';

/** What one of the forms of THCS, THPT and GDTX has of its own; its pages are the same. */
export interface SecondaryForm {
  /** Which drawing of the form a file shows. Counted on whenever a change here, in the fonts or in the engine changes the bytes. */
  readonly version: string;
  /** Lines of the cover's title. */
  readonly title: readonly string[];
  /** What follows the register number: "THCS" in "Số: 12/THCS". */
  readonly numberSuffix: string;
  readonly words: FormWords;
  /** Name of the whole programme: "trung học cơ sở". */
  readonly programme: string;
  readonly firstGrade: SecondaryYearSheet['grade'];
  readonly lastGrade: SecondaryYearSheet['grade'];
  readonly subjectGroups: readonly SubjectGroup[];
  /** Lines for cụm chuyên đề học tập that are printed even when empty. */
  readonly topicLines: number;
}

/** A continuing-education centre has học viên and a Giám đốc. */
export interface FormWords {
  readonly learner: 'học sinh' | 'học viên';
  readonly head: 'Hiệu trưởng' | 'Giám đốc';
  readonly school: 'Trường' | 'Trung tâm';
}

/** Rows of the marks table, printed also where nothing was taught; with a title of their own or none. */
export interface SubjectGroup {
  readonly title: string;
  readonly subjects: readonly SecondarySubject[];
}

export const schoolWords: FormWords = { learner: 'học sinh', head: 'Hiệu trưởng', school: 'Trường' };

/** The rows of a form in its order, those of subjects offered on top under a title of their own. */
export function withOptionalApart(rows: readonly SecondarySubject[]): SubjectGroup[] {
  const optional = rows.filter((row) => OPTIONAL.includes(row));
  return [
    { title: '', subjects: rows.filter((row) => !OPTIONAL.includes(row)) },
    { title: 'Tự chọn', subjects: optional },
  ];
}

const OPTIONAL: readonly SecondarySubject[] = ['ethnicLanguage', 'secondForeignLanguage'];
