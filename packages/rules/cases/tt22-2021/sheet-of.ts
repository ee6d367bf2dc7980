import type { LowerSecondaryYearSheet, UpperSecondaryYearSheet } from '@hocba/record';
import {
  evaluateYear,
  type GeneralSecondarySheet,
  type SecondaryYearInput,
  secondaryYearConclusion,
  secondaryYearMarks,
} from '../../src/index.ts';

const nothingWritten = {
  furtherCommendations: [],
  qualifications: [],
  competitions: [],
  homeroomComment: '',
  summerComment: null,
};

/** Sheets of invented pupils, of which only what the year does not decide is kept. */
export interface SampleSheets {
  readonly lower: LowerSecondaryYearSheet;
  readonly upper: UpperSecondaryYearSheet;
}

/** The sample's sheet with this year, as the rules conclude it; `undefined` while something is open. */
export function sheetOf(input: SecondaryYearInput, samples: SampleSheets): GeneralSecondarySheet | undefined {
  const outcome = evaluateYear('TT22/2021', input);
  const concluded = secondaryYearConclusion({ input, outcome, written: nothingWritten });
  if (!('conclusion' in concluded)) return undefined;
  const sample = sampleOf(input.grade, samples);
  const { individualEducationPlan } = input;
  return {
    ...sample,
    schoolYear: input.schoolYear,
    student: { ...sample.student, disability: input.disability === true, individualEducationPlan },
    subjects: secondaryYearMarks(input, outcome).map((marks) => ({
      ...emptyRow,
      ...marks,
      exempted: input.subjects.some(({ subject, exempted }) => subject === marks.subject && exempted === true),
    })),
    conclusion: concluded.conclusion,
  };
}

const emptyRow = { variant: null, topic: null, comment: '', responsible: null, otherTeachers: [] };

function sampleOf(grade: SecondaryYearInput['grade'], { lower, upper }: SampleSheets): GeneralSecondarySheet {
  return grade >= 10 ? { ...upper, grade: grade as 10 | 11 | 12 } : { ...lower, grade: grade as 6 | 7 | 8 | 9 };
}
