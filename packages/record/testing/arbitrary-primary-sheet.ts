import fc from 'fast-check';
import {
  coreQualities,
  generalCompetences,
  type PrimarySubject,
  type PrimarySubjectResult,
  type PrimaryYearSheet,
  primaryEducationResults,
  primarySubjects,
  qualityLevels,
  required,
  specificCompetences,
  subjectLevels,
} from '../src/index.ts';
import { anyPupil, anySheet, idOf, line, orNull, prose, record, schooling, score } from './arbitrary-values.ts';
import { sampleSheet } from './sample-sheet.ts';

const level = orNull(idOf(subjectLevels));

const subjects = fc.subarray(primarySubjects.map(({ id }) => id)).chain((ids) => fc.tuple(...ids.map(subjectRow)));

function subjectRow(subject: PrimarySubject, index: number): fc.Arbitrary<PrimarySubjectResult> {
  const ownSlot = `subjectTeacher-${index + 1}` as const;
  return record<PrimarySubjectResult>({
    subject: fc.constant(subject),
    level,
    score: orNull(score),
    comment: prose,
    supplementary: orNull(record({ level, score: orNull(score) })),
    responsible: fc.constantFrom(null, 'homeroomTeacher' as const, ownSlot),
  });
}

function ratedRows<Name extends string>(terms: readonly { readonly id: Name }[]) {
  const rated = orNull(idOf(qualityLevels));
  return fc
    .subarray(terms.map(({ id }) => id))
    .chain((ids) =>
      fc.tuple(...ids.map((id) => record({ name: fc.constant(id), level: rated, supplementary: rated }))),
    );
}

const result = orNull(idOf(primaryEducationResults));

/** Any primary sheet the format allows, however little sense it makes under a circular. */
export const arbitraryPrimarySheet: fc.Arbitrary<PrimaryYearSheet> = record({
  ...anySheet,
  grade: fc.constantFrom(1 as const, 2, 3, 4, 5),
  heightTenths: orNull(fc.integer({ min: 0, max: 3000 })),
  absentWithLeave: fc.integer({ min: 0, max: 366 }),
  student: record(anyPupil),
  schooling: orNull(schooling),
  subjects,
  qualitiesAndCompetences: record<PrimaryYearSheet['qualitiesAndCompetences']>({
    qualities: ratedRows(coreQualities),
    qualitiesComment: prose,
    generalCompetences: ratedRows(generalCompetences),
    generalCompetencesComment: prose,
    specificCompetences: ratedRows(specificCompetences),
    specificCompetencesComment: prose,
  }),
  conclusion: record<PrimaryYearSheet['conclusion']>({
    educationResult: result,
    firstEducationResult: result,
    gradeCompleted: fc.boolean(),
    promoted: fc.boolean(),
    primaryCompleted: fc.boolean(),
    commendations: fc.array(line, { maxLength: 3 }),
  }),
}).map(({ schooling: years, ...drawn }) => {
  const student = { ...sampleSheet.student, ...drawn.student };
  const sheet = { ...sampleSheet, ...drawn, student, ...(years && { schooling: years }) };
  const slots = required('primaryPerSubject', sheet);
  return {
    ...sheet,
    signatories: slots.map((slot) => ({ slot, name: 'Ai đó', position: 'Giáo viên', staffId: 'GV1' })),
  };
});
