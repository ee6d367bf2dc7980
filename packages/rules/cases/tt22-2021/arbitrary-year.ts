import { assessmentFormOf } from '@hocba/record';
import fc from 'fast-check';
import {
  type CommentedSubjectInput,
  chosenSubjects,
  compulsorySubjects,
  lessonsPerYear,
  requiredRegularScores,
  type ScoredSubjectInput,
  type SecondaryGrade,
  type SecondaryParameters,
  type SecondarySubject,
  type SecondarySubjectInput,
  type SecondaryYearInput,
  secondaryLevels,
  secondarySubjects,
} from '../../src/index.ts';

const grade = fc.constantFrom<SecondaryGrade>(6, 7, 8, 9, 10, 11, 12);
const level = fc.constantFrom(...secondaryLevels.map(({ id }) => id));
const comment = fc.constantFrom('achieved' as const, 'notAchieved' as const);
const lawfulScore = fc.integer({ min: 0, max: 100 });
/** Around the thresholds of Đ9.2 and Đ9.3, where something can happen. */
const tellingAverage = fc.constantFrom(20, 34, 35, 49, 50, 64, 65, 79, 80, 89, 90, 90, 90, 90, 100);
const mostlyAchieved = fc.oneof(
  { weight: 12, arbitrary: fc.constant('achieved' as const) },
  { weight: 1, arbitrary: comment },
);

const parameters: fc.Arbitrary<Partial<SecondaryParameters>> = fc.record(
  {
    raiseReading: fc.constantFrom('othersAlone' as const, 'counterfactual' as const),
    raiseByCommentSubject: fc.constantFrom('included' as const, 'scoredOnly' as const),
    electives: fc.constantFrom('ignored' as const, 'counted' as const),
    bothNotAchieved: fc.constantFrom('retained' as const, 'trainingThenReassessment' as const),
  },
  { requiredKeys: [] },
);

function scoredSemester(subject: SecondarySubject, forGrade: SecondaryGrade) {
  const count = requiredRegularScores(lessonsPerYear(subject, forGrade));
  return fc.record({
    regular: fc.array(lawfulScore, { minLength: count, maxLength: count }),
    midterm: lawfulScore,
    endOfTerm: lawfulScore,
  });
}

function completeRow(subject: SecondarySubject, forGrade: SecondaryGrade): fc.Arbitrary<SecondarySubjectInput> {
  if (assessmentFormOf(subject) === 'byComment') {
    return mostlyAchieved.map(
      (yearResult): CommentedSubjectInput => ({
        form: 'byComment',
        subject,
        first: null,
        second: null,
        yearResult,
        reassessed: null,
      }),
    );
  }
  const none = { form: 'byScore', subject, first: null, second: null, reassessedTenths: null } as const;
  const direct = tellingAverage.map((yearAverageTenths): ScoredSubjectInput => ({ ...none, yearAverageTenths }));
  const bySemester = fc
    .tuple(scoredSemester(subject, forGrade), scoredSemester(subject, forGrade))
    .map(([first, second]): ScoredSubjectInput => ({ ...none, first, second }));
  return fc.oneof({ weight: 9, arbitrary: direct }, { weight: 1, arbitrary: bySemester });
}

/** A year with everything in it and nothing wrong, before the summer. */
export const completeYear: fc.Arbitrary<SecondaryYearInput> = grade
  .chain((forGrade) => {
    const chosen = fc.shuffledSubarray([...chosenSubjects], { minLength: 4, maxLength: 4 });
    return fc.tuple(fc.constant(forGrade), forGrade >= 10 ? chosen : fc.constant([]));
  })
  .chain(([forGrade, chosen]) =>
    fc.record({
      schoolYear: fc.constant('2025-2026'),
      grade: fc.constant(forGrade),
      subjects: fc.tuple(
        ...[...compulsorySubjects(forGrade), ...chosen].map((subject) => completeRow(subject, forGrade)),
      ),
      conduct: fc.record({ first: level, second: level }),
      absentHalfDays: fc.record({ withLeave: fc.nat(40), withoutLeave: fc.nat(10) }),
      summerTraining: fc.constant(null),
      individualEducationPlan: fc.constant(false),
      principalDecision: fc.constant(null),
      parameters,
    }),
  );

const anyNumber = fc.oneof(fc.integer(), fc.double(), lawfulScore);
const anyScore = fc.oneof(anyNumber, fc.constant('missed' as const));
const anyScoredSemester = fc.oneof(
  fc.record({ averageTenths: anyNumber }),
  fc.record({
    regular: fc.array(anyScore, { maxLength: 6 }),
    midterm: fc.option(anyScore),
    endOfTerm: fc.option(anyScore),
  }),
);
const anyCommentedSemester = fc.oneof(
  fc.record({ result: comment }),
  fc.record({ assessments: fc.array(fc.option(fc.oneof(comment, fc.constant('missed' as const))), { maxLength: 6 }) }),
);
const anySubject = fc.constantFrom(...secondarySubjects.map(({ id }) => id));
const anyRow: fc.Arbitrary<SecondarySubjectInput> = fc.oneof(
  fc.record({
    form: fc.constant('byScore' as const),
    subject: anySubject,
    first: fc.option(anyScoredSemester),
    second: fc.option(anyScoredSemester),
    reassessedTenths: fc.option(anyNumber),
    exempted: fc.boolean(),
  }),
  fc.record({
    form: fc.constant('byComment' as const),
    subject: anySubject,
    first: fc.option(anyCommentedSemester),
    second: fc.option(anyCommentedSemester),
    reassessed: fc.option(comment),
    exempted: fc.boolean(),
  }),
);

/** Whatever the type allows, however absurd. */
export const anyYear: fc.Arbitrary<SecondaryYearInput> = fc.record({
  schoolYear: fc.oneof(fc.constant('2025-2026'), fc.string()),
  grade,
  subjects: fc.array(anyRow, { maxLength: 25 }),
  conduct: fc.record({ first: fc.option(level), second: fc.option(level) }),
  absentHalfDays: fc.option(fc.record({ withLeave: anyNumber, withoutLeave: anyNumber })),
  summerTraining: fc.option(fc.record({ completed: fc.boolean(), level })),
  individualEducationPlan: fc.boolean(),
  principalDecision: fc.option(fc.record({ promoted: fc.boolean(), writtenReason: fc.string() })),
  parameters,
});
