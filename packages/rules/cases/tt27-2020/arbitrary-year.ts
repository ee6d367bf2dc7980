import { coreCompetences, coreQualities, primarySubjects, qualityLevels, subjectLevels } from '@hocba/record';
import fc from 'fast-check';
import {
  type PrimaryGrade,
  type PrimarySubjectInput,
  type PrimaryYearInput,
  type RatedInput,
  standingOf,
  subjectsWithTest,
} from '../../src/index.ts';

const subjectLevel = fc.constantFrom(...subjectLevels.map(({ id }) => id));
/** Mostly the best level: otherwise nearly every pupil would be Chưa hoàn thành. */
const mostlyWell = fc.oneof(
  { weight: 30, arbitrary: fc.constant('completedWell' as const) },
  { weight: 1, arbitrary: subjectLevel },
);
const qualityLevel = fc.constantFrom(...qualityLevels.map(({ id }) => id));
const mostlyGood = fc.oneof(
  { weight: 40, arbitrary: fc.constant('good' as const) },
  { weight: 1, arbitrary: qualityLevel },
);
const wholeScore = fc
  .oneof(fc.integer({ min: 9, max: 10 }), fc.integer({ min: 4, max: 10 }))
  .map((score) => score * 10);
const grade = fc.constantFrom<PrimaryGrade>(1, 2, 3, 4, 5);
const parameters = fc.record(
  {
    zeroScore: fc.constantFrom('rejected' as const, 'accepted' as const),
    competencesBeforeSubject: fc.constantFrom('ignoredWhenBlank' as const, 'required' as const),
    electives: fc.constantFrom('ignored' as const, 'counted' as const),
    informaticsTechnologyTest: fc.constantFrom('eachBranch' as const, 'oneForBoth' as const),
    highestAfterSupplementary: fc.constantFrom('completed' as const, 'asComputed' as const),
  },
  { requiredKeys: [] },
);

function rated<Name extends string>(names: readonly Name[]): fc.Arbitrary<RatedInput<Name>[]> {
  return fc.tuple(
    ...names.map((name) => fc.record({ name: fc.constant(name), level: mostlyGood, supplementary: fc.constant(null) })),
  );
}

function completeSubjects(forGrade: PrimaryGrade): fc.Arbitrary<PrimarySubjectInput[]> {
  const tested = subjectsWithTest(forGrade, 'yearEnd');
  const taught = primarySubjects.filter(({ id }) => standingOf(id, forGrade) === 'compulsory');
  const row = (subject: PrimarySubjectInput['subject']) =>
    fc.record({
      subject: fc.constant(subject),
      level: mostlyWell,
      tests: tested.includes(subject)
        ? wholeScore.map((scoreTenths) => [{ scoreTenths, effective: true }])
        : fc.constant([]),
      comment: fc.constant('Có nhiều tiến bộ.'),
      supplementary: fc.constant(null),
    });
  return fc.tuple(...taught.map(({ id }) => row(id)));
}

/** A year with everything in it and nothing wrong, without a supplementary assessment. */
export const completeYear: fc.Arbitrary<PrimaryYearInput> = grade.chain((forGrade) =>
  fc.record({
    schoolYear: fc.constant('2025-2026'),
    grade: fc.constant(forGrade),
    subjects: completeSubjects(forGrade),
    qualities: rated(coreQualities.map(({ id }) => id)),
    competences: rated(coreCompetences.map(({ id }) => id)),
    disability: fc.constant(false),
    individualEducationPlan: fc.constant(false),
    levelWithheld: fc.constant(false),
    principalDecision: fc.constant(null),
    commendation: fc.option(
      fc.record({ outstandingOrClearProgress: fc.boolean(), recognisedByClass: fc.boolean(), others: fc.constant([]) }),
    ),
    parameters,
  }),
);

const anySubjects = fc.array(
  fc.record({
    subject: fc.constantFrom(...primarySubjects.map(({ id }) => id)),
    level: fc.option(subjectLevel),
    tests: fc.array(fc.record({ scoreTenths: fc.oneof(fc.integer(), fc.double()), effective: fc.boolean() }), {
      maxLength: 3,
    }),
    comment: fc.string(),
    supplementary: fc.option(fc.record({ level: fc.option(subjectLevel), scoreTenths: fc.option(fc.integer()) })),
    exemption: fc.constantFrom('none' as const, 'test' as const, 'assessment' as const),
  }),
  { maxLength: 20 },
);

function anyRatings<Name extends string>(names: readonly Name[]): fc.Arbitrary<RatedInput<Name>[]> {
  return fc.array(
    fc.record({
      name: fc.constantFrom(...names),
      level: fc.option(qualityLevel),
      supplementary: fc.option(qualityLevel),
      exempted: fc.boolean(),
    }),
    { maxLength: 12 },
  );
}

/** Whatever the type allows, however absurd. */
export const anyYear: fc.Arbitrary<PrimaryYearInput> = fc.record({
  schoolYear: fc.oneof(fc.constant('2025-2026'), fc.string()),
  grade,
  subjects: anySubjects,
  qualities: anyRatings(coreQualities.map(({ id }) => id)),
  competences: anyRatings(coreCompetences.map(({ id }) => id)),
  disability: fc.boolean(),
  individualEducationPlan: fc.boolean(),
  levelWithheld: fc.boolean(),
  principalDecision: fc.option(fc.record({ promoted: fc.boolean(), gradeCompleted: fc.boolean() })),
  commendation: fc.constant(null),
  parameters,
});
