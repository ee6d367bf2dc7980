import { coreCompetences, coreQualities, primarySubjects, qualityLevels, subjectLevels } from '@hocba/record';
import Type from 'typebox';

const idOf = (terms: readonly { readonly id: string }[]) => Type.Enum(terms.map((term) => term.id));
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
/** One type of two, not a union: a union's first branch makes the server read "nothing" as 0. */
const integerOrNull = (maximum: number) =>
  Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 0, maximum });
const ScoreTenths = Type.Integer({ minimum: 0, maximum: 100 });
const Comment = Type.String({ maxLength: 3000 });

const Subject = Type.Object(
  {
    subject: idOf(primarySubjects),
    level: nullable(idOf(subjectLevels)),
    tests: Type.Array(
      Type.Object({ scoreTenths: ScoreTenths, effective: Type.Boolean() }, { additionalProperties: false }),
      {
        maxItems: 5,
      },
    ),
    comment: Comment,
    supplementary: nullable(
      Type.Object(
        { level: nullable(idOf(subjectLevels)), scoreTenths: integerOrNull(100) },
        { additionalProperties: false },
      ),
    ),
    exemption: Type.Enum(['none', 'test', 'assessment']),
  },
  { additionalProperties: false },
);

const rated = (terms: readonly { readonly id: string }[], count: number) =>
  Type.Array(
    Type.Object(
      { name: idOf(terms), level: nullable(idOf(qualityLevels)), supplementary: nullable(idOf(qualityLevels)) },
      { additionalProperties: false },
    ),
    { minItems: count, maxItems: count },
  );

const QualitiesAndCompetences = Type.Object(
  {
    qualities: rated(coreQualities, 5),
    qualitiesComment: Comment,
    generalCompetences: rated(coreCompetences, 3),
    generalCompetencesComment: Comment,
    specificCompetences: rated(coreCompetences, 7),
    specificCompetencesComment: Comment,
  },
  { additionalProperties: false },
);

/** PupilYearFacts as a browser may send them: shapes and bounds; what is right is for the rules to say. */
export const FactsSchema = Type.Object(
  {
    heightTenths: integerOrNull(2500),
    weightTenths: integerOrNull(2000),
    absentWithLeave: Type.Integer({ minimum: 0, maximum: 400 }),
    absentWithoutLeave: Type.Integer({ minimum: 0, maximum: 400 }),
    subjects: Type.Array(Subject, { maxItems: primarySubjects.length }),
    qualitiesAndCompetences: QualitiesAndCompetences,
    levelWithheld: Type.Boolean(),
    principalDecision: nullable(
      Type.Object(
        { promoted: Type.Boolean(), gradeCompleted: Type.Optional(Type.Boolean()) },
        { additionalProperties: false },
      ),
    ),
    commendation: nullable(
      Type.Object(
        {
          outstandingOrClearProgress: Type.Boolean(),
          recognisedByClass: Type.Boolean(),
          others: Type.Array(Type.String({ maxLength: 500 }), { maxItems: 20 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
