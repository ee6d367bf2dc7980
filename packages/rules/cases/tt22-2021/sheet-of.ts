import { lowerSecondarySheet, secondaryRow, upperSecondarySheet } from '@hocba/record/testing';
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

/** An invented pupil's sheet of this year, as the rules conclude it; `undefined` while something is open. */
export function sheetOf(input: SecondaryYearInput): GeneralSecondarySheet | undefined {
  const outcome = evaluateYear('TT22/2021', input);
  const concluded = secondaryYearConclusion({ input, outcome, written: nothingWritten });
  if (!('conclusion' in concluded)) return undefined;
  const sample = sampleOf(input.grade);
  const { individualEducationPlan } = input;
  return {
    ...sample,
    schoolYear: input.schoolYear,
    student: { ...sample.student, disability: input.disability === true, individualEducationPlan },
    subjects: secondaryYearMarks(input, outcome).map((marks, index) => ({
      ...secondaryRow(marks.subject, index),
      ...marks,
      exempted: input.subjects.some(({ subject, exempted }) => subject === marks.subject && exempted === true),
      topic: null,
    })),
    conclusion: concluded.conclusion,
  };
}

function sampleOf(grade: SecondaryYearInput['grade']): GeneralSecondarySheet {
  return grade >= 10
    ? { ...upperSecondarySheet, grade: grade as 10 | 11 | 12 }
    : { ...lowerSecondarySheet, grade: grade as 6 | 7 | 8 | 9 };
}
