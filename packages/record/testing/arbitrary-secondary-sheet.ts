import fc from 'fast-check';
import {
  assessmentFormOf,
  commendationForms,
  commentResults,
  competitionLevels,
  competitionPrizes,
  promotionManners,
  qualificationKinds,
  required,
  rowSlot,
  type SecondarySubject,
  type SecondarySubjectResult,
  type SecondaryYearConclusion,
  type SecondaryYearSheet,
  secondaryCommendations,
  secondaryFormOf,
  secondaryLevels,
  type YearLevels,
  type YearMarks,
} from '../src/index.ts';
import { anyPupil, anySheet, date, idOf, line, orNull, prose, record, schooling, score } from './arbitrary-values.ts';
import { continuingSheet, lowerSecondarySheet, upperSecondarySheet } from './secondary-samples.ts';

const noMarks = { first: null, second: null, year: null, afterReassessment: null };

/** A result after the summer stands only beside the year's. */
function yearMarks<Mark>(mark: fc.Arbitrary<Mark>): fc.Arbitrary<YearMarks<Mark>> {
  const drawn = record<YearMarks<Mark>>({
    first: orNull(mark),
    second: orNull(mark),
    year: orNull(mark),
    afterReassessment: orNull(mark),
  });
  return drawn.map((marks) => (marks.year === null ? { ...marks, afterReassessment: null } : marks));
}

function subjectRow(subject: SecondarySubject, index: number, grade: number): fc.Arbitrary<SecondarySubjectResult> {
  const common = {
    subject: fc.constant(subject),
    variant: orNull(line),
    exempted: fc.boolean(),
    topic: grade < 10 ? fc.constant(null) : orNull(record({ title: line, score: orNull(score) })),
    comment: prose,
    responsible: fc.constantFrom(null, 'homeroomTeacher' as const, rowSlot(index + 1)),
    otherTeachers: fc.array(line, { maxLength: 2 }),
  };
  const row: fc.Arbitrary<SecondarySubjectResult> =
    assessmentFormOf(subject) === 'byScore'
      ? record({ ...common, form: fc.constant('byScore' as const), marks: yearMarks(score) })
      : record({ ...common, form: fc.constant('byComment' as const), marks: yearMarks(idOf(commentResults)) });
  return row.map((drawn) => (drawn.exempted ? { ...drawn, topic: null, marks: noMarks } : drawn));
}

const level = orNull(idOf(secondaryLevels));
const levels = record<YearLevels>({ first: level, second: level, year: level, afterSummer: level }).map((drawn) =>
  drawn.year === null ? { ...drawn, afterSummer: null } : drawn,
);

const commendation = fc.oneof(
  record({ form: fc.constant('yearTitle' as const), title: orNull(idOf(secondaryCommendations)), text: line }),
  record({ form: idOf(commendationForms), title: fc.constant(null), text: line }),
);

const conclusion = record<SecondaryYearConclusion>({
  conduct: levels,
  academic: levels,
  absentHalfDays: record({
    withLeave: fc.integer({ min: 0, max: 732 }),
    withoutLeave: fc.integer({ min: 0, max: 732 }),
  }),
  promotion: idOf(promotionManners),
  principalReason: orNull(prose),
  levelCompleted: fc.boolean(),
  commendations: fc.array(commendation, { maxLength: 2 }),
  qualifications: fc.array(
    record({
      kind: idOf(qualificationKinds),
      title: line,
      grading: orNull(line),
      issuer: orNull(line),
      issuedOn: orNull(date),
    }),
    { maxLength: 2 },
  ),
  competitions: fc.array(
    record({ name: line, level: idOf(competitionLevels), prize: idOf(competitionPrizes), heldOn: orNull(date) }),
    { maxLength: 2 },
  ),
  homeroomComment: prose,
  summerComment: orNull(prose),
});

const samples: readonly SecondaryYearSheet[] = [lowerSecondarySheet, upperSecondarySheet, continuingSheet];

/** Each sample in each of its level's grades. */
const levelsAndGrades = samples.flatMap((sample) => {
  const grades = { lowerSecondary: [6, 7, 8, 9], upperSecondary: [10, 11, 12], continuingEducation: [6, 9, 10, 12] };
  return grades[sample.schoolLevel].map((grade) => ({ ...sample, grade }) as SecondaryYearSheet);
});

/** Any sheet of THCS, THPT or GDTX the format allows, however little sense it makes under a circular. */
export const arbitrarySecondarySheet: fc.Arbitrary<SecondaryYearSheet> = fc
  .constantFrom(...levelsAndGrades)
  .chain((sample) =>
    record({
      ...anySheet,
      sample: fc.constant(sample),
      student: record({ ...anyPupil, policyBeneficiary: orNull(line), guardianOccupation: orNull(line) }),
      schooling,
      subjects: fc
        .subarray([...secondaryFormOf(sample.grade)])
        .chain((ids) => fc.tuple(...ids.map((id, index) => subjectRow(id, index, sample.grade)))),
      conclusion,
    }),
  )
  .map(({ sample, ...drawn }) =>
    signed(coherent({ ...sample, ...drawn, student: { ...sample.student, ...drawn.student } })),
  );

function coherent(sheet: SecondaryYearSheet): SecondaryYearSheet {
  const { conduct, academic, promotion, levelCompleted } = sheet.conclusion;
  const levelChanged = conduct.afterSummer !== null || academic.afterSummer !== null;
  const changed = levelChanged || sheet.subjects.some(({ marks }) => marks.afterReassessment !== null);
  const wrong = (promotion === 'promoted' && levelChanged) || (promotion === 'promotedAfterSummer' && !changed);
  const conclusion: SecondaryYearConclusion = {
    ...sheet.conclusion,
    promotion: wrong ? 'retained' : promotion,
    levelCompleted: levelCompleted && (sheet.grade === 9 || sheet.grade === 12),
  };
  return { ...sheet, conclusion };
}

function signed(sheet: SecondaryYearSheet): SecondaryYearSheet {
  const slots = required('secondaryPerSubject', sheet);
  const signatories = slots.map((slot) => ({ slot, name: 'Ai đó', position: 'Giáo viên', staffId: 'GV1' }));
  return { ...sheet, signatories };
}
