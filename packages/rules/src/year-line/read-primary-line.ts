import {
  coreCompetences,
  coreQualities,
  type PrimaryGrade,
  type PrimarySubject,
  primarySubjects,
  qualityLevels,
  subjectLevels,
} from '@hocba/record';
import {
  type AssessmentPoint,
  assessmentPoints,
  type PrimarySubjectInput,
  type PrimaryYearInput,
  type RatedInput,
  type RowExemption,
} from '../tt27-2020/index.ts';
import type { Json, JsonObject } from './json-line.ts';
import { isAbsent, isObject, type LineReader } from './line-reader.ts';
import { readPrimaryParameters } from './read-parameters.ts';
import { readGrade } from './read-secondary-line.ts';

export const primaryFields = {
  line: new Set([
    'id',
    'circular',
    'schoolYear',
    'grade',
    'point',
    'subjects',
    'qualities',
    'competences',
    'disability',
    'individualEducationPlan',
    'levelWithheld',
    'principalDecision',
    'commendation',
    'parameters',
  ]),
  subjects: new Set<string>(primarySubjects.map(({ id }) => id)),
  subject: new Set(['level', 'score', 'tests', 'comment', 'supplementary', 'exemption']),
  test: new Set(['score', 'effective']),
  supplementary: new Set(['level', 'score']),
  qualities: new Set<string>(coreQualities.map(({ id }) => id)),
  competences: new Set<string>(coreCompetences.map(({ id }) => id)),
  rated: new Set(['level', 'supplementary', 'exempted']),
  principalDecision: new Set(['promoted', 'gradeCompleted']),
  commendation: new Set(['outstandingOrClearProgress', 'recognisedByClass', 'others']),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;

const grades: readonly PrimaryGrade[] = [1, 2, 3, 4, 5];
const levelIds = subjectLevels.map(({ id }) => id);
const qualityIds = qualityLevels.map(({ id }) => id);
const exemptions: readonly RowExemption[] = ['none', 'test', 'assessment'];
const points: readonly AssessmentPoint[] = assessmentPoints.map(({ id }) => id);

export interface PrimaryLine {
  readonly point: AssessmentPoint;
  readonly input: PrimaryYearInput;
  /** Subjects whose comment the line does not speak of: nobody is reminded of it. */
  readonly withoutComment: ReadonlySet<string>;
}

/** A TT27/2020 pupil-year, or one of its assessment points, from one line; faults are left with the reader. */
export function readPrimaryLine(line: JsonObject, reader: LineReader): PrimaryLine {
  reader.object(line, '', primaryFields.line);
  const point = isAbsent(line['point']) ? undefined : reader.oneOf(line['point'], 'point', points);
  if (point !== undefined && point !== 'yearEnd') refuseYearEndFields(line, reader);
  const rows = reader.object(line['subjects'], 'subjects', primaryFields.subjects) ?? {};
  const named = Object.entries(rows).filter(([name, row]) => primaryFields.subjects.has(name) && !isAbsent(row));
  return {
    point: point ?? 'yearEnd',
    withoutComment: new Set(named.filter(([, row]) => isObject(row) && isAbsent(row['comment'])).map(([name]) => name)),
    input: {
      schoolYear: reader.text(line['schoolYear'], 'schoolYear'),
      grade: readGrade(line['grade'], grades, reader),
      subjects: named.map(([name, row]) => readSubject(name as PrimarySubject, row, reader)),
      qualities: readRated(line['qualities'], { path: 'qualities', terms: coreQualities }, reader),
      competences: readRated(line['competences'], { path: 'competences', terms: coreCompetences }, reader),
      disability: reader.flag(line['disability'], 'disability'),
      individualEducationPlan: reader.flag(line['individualEducationPlan'], 'individualEducationPlan'),
      levelWithheld: reader.flag(line['levelWithheld'], 'levelWithheld'),
      principalDecision: readDecision(line['principalDecision'], reader),
      commendation: readCommendation(line['commendation'], reader),
      parameters: readPrimaryParameters(line['parameters'], reader),
    },
  };
}

/** What is decided at the year's end only. @law TT27/2020 Đ9, Đ11, Đ13 */
function refuseYearEndFields(line: JsonObject, reader: LineReader): void {
  for (const name of ['principalDecision', 'commendation']) {
    if (!isAbsent(line[name])) reader.refuse(name, 'chỉ ghi ở cuối năm học (point là "yearEnd" hoặc không ghi)');
  }
}

function readSubject(subject: PrimarySubject, value: Json, reader: LineReader): PrimarySubjectInput {
  const path = `subjects.${subject}`;
  const row = reader.object(value, path, primaryFields.subject) ?? {};
  const { level, comment, exemption } = row;
  return {
    subject,
    level: isAbsent(level) ? null : (reader.oneOf(level, `${path}.level`, levelIds) ?? null),
    tests: readTests(row, path, reader),
    comment: isAbsent(comment) ? '' : reader.text(comment, `${path}.comment`),
    supplementary: readSupplementary(row['supplementary'], `${path}.supplementary`, reader),
    exemption: isAbsent(exemption) ? 'none' : (reader.oneOf(exemption, `${path}.exemption`, exemptions) ?? 'none'),
  };
}

/** `score`, the one that counts; or `tests`, every attempt with the one that counts marked. */
function readTests({ score, tests }: JsonObject, path: string, reader: LineReader): PrimarySubjectInput['tests'] {
  if (!isAbsent(score) && !isAbsent(tests)) reader.refuse(path, 'chỉ ghi score hoặc tests, không ghi cả hai');
  if (!isAbsent(score)) return [{ scoreTenths: reader.score(score, `${path}.score`), effective: true }];
  if (isAbsent(tests)) return [];
  return reader.list(tests, `${path}.tests`).map((attempt, index) => {
    const at = `${path}.tests[${index}]`;
    const given = reader.object(attempt, at, primaryFields.test) ?? {};
    return {
      scoreTenths: reader.score(given['score'], `${at}.score`),
      effective: reader.flag(given['effective'], `${at}.effective`),
    };
  });
}

function readSupplementary(
  value: Json | undefined,
  path: string,
  reader: LineReader,
): PrimarySubjectInput['supplementary'] {
  if (isAbsent(value)) return null;
  const { level, score } = reader.object(value, path, primaryFields.supplementary) ?? {};
  return {
    level: isAbsent(level) ? null : (reader.oneOf(level, `${path}.level`, levelIds) ?? null),
    scoreTenths: isAbsent(score) ? null : reader.score(score, `${path}.score`),
  };
}

interface RatedTerms<Name extends string> {
  readonly path: 'qualities' | 'competences';
  readonly terms: readonly { readonly id: Name }[];
}

/** "good", or an object where there is more to say than the level. */
function readRated<Name extends string>(
  value: Json | undefined,
  { path, terms }: RatedTerms<Name>,
  reader: LineReader,
): readonly RatedInput<Name>[] {
  const rows = reader.object(value, path, primaryFields[path]) ?? {};
  const level = (given: Json | undefined, at: string) =>
    isAbsent(given) ? null : (reader.oneOf(given, at, qualityIds) ?? null);
  return terms.flatMap(({ id: name }): readonly RatedInput<Name>[] => {
    const row = rows[name];
    if (row === undefined) return [];
    const at = `${path}.${name}`;
    if (!isObject(row)) return [{ name, level: level(row, at), supplementary: null }];
    const given = reader.object(row, at, primaryFields.rated) ?? {};
    return [
      {
        name,
        level: level(given['level'], `${at}.level`),
        supplementary: level(given['supplementary'], `${at}.supplementary`),
        exempted: reader.flag(given['exempted'], `${at}.exempted`),
      },
    ];
  });
}

function readDecision(value: Json | undefined, reader: LineReader): PrimaryYearInput['principalDecision'] {
  if (isAbsent(value)) return null;
  const { promoted, gradeCompleted } = reader.object(value, 'principalDecision', primaryFields.principalDecision) ?? {};
  return {
    promoted: reader.givenFlag(promoted, 'principalDecision.promoted'),
    ...(isAbsent(gradeCompleted)
      ? {}
      : { gradeCompleted: reader.flag(gradeCompleted, 'principalDecision.gradeCompleted') }),
  };
}

function readCommendation(value: Json | undefined, reader: LineReader): PrimaryYearInput['commendation'] {
  if (isAbsent(value)) return null;
  const given = reader.object(value, 'commendation', primaryFields.commendation) ?? {};
  const { outstandingOrClearProgress, recognisedByClass, others } = given;
  return {
    outstandingOrClearProgress: reader.flag(outstandingOrClearProgress, 'commendation.outstandingOrClearProgress'),
    recognisedByClass: reader.flag(recognisedByClass, 'commendation.recognisedByClass'),
    others: isAbsent(others)
      ? []
      : reader.list(others, 'commendation.others').map((text, i) => reader.text(text, `commendation.others[${i}]`)),
  };
}
