import fc from 'fast-check';
import {
  coreQualities,
  ethnicGroups,
  generalCompetences,
  type PrimarySubject,
  type PrimarySubjectResult,
  type PrimaryYearSheet,
  primaryEducationResults,
  primarySubjects,
  qualityLevels,
  required,
  scoreFromTenths,
  specificCompetences,
  subjectLevels,
} from '../src/index.ts';
import { findUnfriendlyCharacter } from '../src/xml/plain-text.ts';
import { sampleSheet } from './sample-sheet.ts';

const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { noNullPrototype: true });
const text = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((drawn) => drawn.normalize('NFC'))
  .filter((drawn) => findUnfriendlyCharacter(drawn) === undefined);
const line = text.filter((drawn) => drawn.trim() !== '' && !/[\t\n]/.test(drawn));
const prose = fc.oneof(text, fc.constantFrom('', 'a\nb\n', '\t', '<&>"\'', ']]>', 'Đ ắ ụ ỗ'));
const idOf = <Id extends string>(terms: readonly { readonly id: Id }[]) =>
  fc.constantFrom(...terms.map(({ id }) => id));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const score = orNull(fc.integer({ min: 0, max: 100 }).map(scoreFromTenths));
const level = orNull(idOf(subjectLevels));
const hex32 = fc.stringMatching(/^[0-9a-f]{32}$/);

const subjects = fc.subarray(primarySubjects.map(({ id }) => id)).chain((ids) => fc.tuple(...ids.map(subjectRow)));

function subjectRow(subject: PrimarySubject, index: number): fc.Arbitrary<PrimarySubjectResult> {
  const ownSlot = `subjectTeacher-${index + 1}` as const;
  return record({
    subject: fc.constant(subject),
    level,
    score,
    comment: prose,
    supplementary: orNull(record({ level, score })),
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

/** Any sheet the format allows, however little sense it makes under a circular. */
export const arbitrarySheet: fc.Arbitrary<PrimaryYearSheet> = record({
  recordId: hex32,
  lookupCode: hex32,
  version: fc.integer({ min: 1, max: 999 }),
  grade: fc.constantFrom(1 as const, 2, 3, 4, 5),
  className: line,
  placeOfIssue: line,
  heightTenths: orNull(fc.integer({ min: 0, max: 3000 })),
  absentWithLeave: fc.integer({ min: 0, max: 366 }),
  student: record({
    fullName: line,
    birthDate: fc.constantFrom('2016', '2016-02', '2016-02-29'),
    birthPlace: orNull(line),
    address: orNull(line),
    ethnicityCode: fc.constantFrom(...ethnicGroups.map(({ code }) => code)),
    disability: fc.boolean(),
  }),
  subjects,
  qualitiesAndCompetences: record({
    qualities: ratedRows(coreQualities),
    qualitiesComment: prose,
    generalCompetences: ratedRows(generalCompetences),
    generalCompetencesComment: prose,
    specificCompetences: ratedRows(specificCompetences),
    specificCompetencesComment: prose,
  }),
  conclusion: record({
    educationResult: result,
    firstEducationResult: result,
    gradeCompleted: fc.boolean(),
    promoted: fc.boolean(),
    primaryCompleted: fc.boolean(),
    commendations: fc.array(line, { maxLength: 3 }),
  }),
}).map((drawn) => {
  const sheet = { ...sampleSheet, ...drawn, student: { ...sampleSheet.student, ...drawn.student } };
  const slots = required('primaryPerSubject', sheet);
  return {
    ...sheet,
    signatories: slots.map((slot) => ({ slot, name: 'Ai đó', position: 'Giáo viên', staffId: 'GV1' })),
  };
});
