import { assessmentFormOf, commentResults } from '@hocba/record';
import {
  type CommentAssessment,
  type CommentedSemester,
  chosenSubjects,
  type PracticalExemption,
  type ScoredSemester,
  type ScoreEntry,
  type SecondaryGrade,
  type SecondaryLevel,
  type SecondarySubject,
  type SecondarySubjectInput,
  type SecondaryYearInput,
  secondaryLevels,
  secondarySubjects,
} from '../tt22-2021/index.ts';
import type { Json, JsonObject } from './json-line.ts';
import { isAbsent, isObject, join, type LineReader } from './line-reader.ts';
import { readSecondaryParameters } from './read-parameters.ts';

export const secondaryFields = {
  line: new Set([
    'id',
    'circular',
    'schoolYear',
    'grade',
    'subjects',
    'conduct',
    'absentHalfDays',
    'summerTraining',
    'disability',
    'individualEducationPlan',
    'lastYearChosen',
    'changeOfSubjects',
    'principalDecision',
    'parameters',
  ]),
  subjects: new Set<string>(secondarySubjects.map(({ id }) => id)),
  subject: new Set(['first', 'second', 'year', 'reassessed', 'exempted', 'practicalExemption']),
  practicalExemption: new Set(['period', 'ground', 'certificate', 'permitted']),
  changeOfSubjects: new Set(['principalDecided', 'madeUp']),
  scoredSemester: new Set(['regular', 'topic', 'midterm', 'endOfTerm']),
  commentedSemester: new Set(['assessments']),
  conduct: new Set(['first', 'second']),
  absentHalfDays: new Set(['withLeave', 'withoutLeave']),
  summerTraining: new Set(['completed', 'level']),
  principalDecision: new Set(['promoted', 'writtenReason']),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;

const grades: readonly SecondaryGrade[] = [6, 7, 8, 9, 10, 11, 12];
const levels: readonly SecondaryLevel[] = secondaryLevels.map(({ id }) => id);
const periods = ['first', 'second', 'year'] as const;
const grounds = ['illness', 'disability', 'accident'] as const;
const results = commentResults.map(({ id }) => id);
const commentAssessments: readonly CommentAssessment[] = ['achieved', 'notAchieved', 'missed'];

/** A TT22/2021 pupil-year from one line; faults are left with the reader. */
export function readSecondaryLine(line: JsonObject, reader: LineReader): SecondaryYearInput {
  reader.object(line, '', secondaryFields.line);
  return {
    ...readSecondaryYear(line, reader),
    summerTraining: readTraining(line['summerTraining'], reader),
    disability: reader.flag(line['disability'], 'disability'),
    ...readChoice(line, reader),
    individualEducationPlan: reader.flag(line['individualEducationPlan'], 'individualEducationPlan'),
    principalDecision: readDecision(line['principalDecision'], reader),
    parameters: readSecondaryParameters(line['parameters'], reader),
  };
}

/** The fields that continuing education has as well. */
export function readSecondaryYear(line: JsonObject, reader: LineReader) {
  return {
    schoolYear: reader.text(line['schoolYear'], 'schoolYear'),
    grade: readGrade(line['grade'], grades, reader),
    subjects: readSubjects(line['subjects'], reader),
    conduct: readConduct(line['conduct'], reader),
    absentHalfDays: readAbsences(line['absentHalfDays'], reader),
  };
}

export function readGrade<Grade extends number>(
  value: Json | undefined,
  choices: readonly Grade[],
  reader: LineReader,
): Grade {
  const found = choices.find((grade) => grade === value);
  const [lowest = 0, highest = lowest] = [choices[0], choices.at(-1)];
  if (found === undefined) reader.refuse('grade', `phải là số nguyên từ ${lowest} đến ${highest}`);
  return found ?? (lowest as Grade);
}

function readSubjects(value: Json | undefined, reader: LineReader): readonly SecondarySubjectInput[] {
  const rows = reader.object(value, 'subjects', secondaryFields.subjects) ?? {};
  return Object.keys(rows)
    .filter((name) => secondaryFields.subjects.has(name) && !isAbsent(rows[name]))
    .map((name) => readSubject(name as SecondarySubject, rows[name], reader));
}

function readSubject(subject: SecondarySubject, value: Json | undefined, reader: LineReader): SecondarySubjectInput {
  const path = `subjects.${subject}`;
  const row = reader.object(value, path, secondaryFields.subject) ?? {};
  const { first, second, year, reassessed } = row;
  const spared = {
    exempted: reader.flag(row['exempted'], `${path}.exempted`),
    ...readPracticalExemption(row['practicalExemption'], `${path}.practicalExemption`, reader),
  };
  if (assessmentFormOf(subject) === 'byComment') {
    const result = (given: Json | undefined, name: string) => reader.oneOf(given, `${path}.${name}`, results);
    return {
      form: 'byComment',
      subject,
      first: readCommentedSemester(first, `${path}.first`, reader),
      second: readCommentedSemester(second, `${path}.second`, reader),
      ...(isAbsent(year) ? {} : { yearResult: result(year, 'year') ?? 'notAchieved' }),
      reassessed: isAbsent(reassessed) ? null : (result(reassessed, 'reassessed') ?? null),
      ...spared,
    };
  }
  return {
    form: 'byScore',
    subject,
    first: readScoredSemester(first, `${path}.first`, reader),
    second: readScoredSemester(second, `${path}.second`, reader),
    ...(isAbsent(year) ? {} : { yearAverageTenths: reader.score(year, `${path}.year`) }),
    reassessedTenths: isAbsent(reassessed) ? null : reader.score(reassessed, `${path}.reassessed`),
    ...spared,
  };
}

function readScoredSemester(value: Json | undefined, path: string, reader: LineReader): ScoredSemester | null {
  if (isAbsent(value)) return null;
  if (!isObject(value)) return { averageTenths: reader.score(value, path) };
  const { regular, topic, midterm, endOfTerm } = reader.object(value, path, secondaryFields.scoredSemester) ?? {};
  const entry = (given: Json | undefined, name: string) => readEntry(given, join(path, name), reader);
  const blankOrEntry = (given: Json | undefined, name: string) => (isAbsent(given) ? null : entry(given, name));
  return {
    regular: isAbsent(regular)
      ? []
      : reader.list(regular, `${path}.regular`).map((score, index) => blankOrEntry(score, `regular[${index}]`)),
    ...(isAbsent(topic) ? {} : { topic: entry(topic, 'topic') }),
    midterm: blankOrEntry(midterm, 'midterm'),
    endOfTerm: blankOrEntry(endOfTerm, 'endOfTerm'),
  };
}

function readEntry(value: Json | undefined, path: string, reader: LineReader): ScoreEntry {
  return value === 'missed' ? value : reader.score(value, path);
}

function readCommentedSemester(value: Json | undefined, path: string, reader: LineReader): CommentedSemester | null {
  if (isAbsent(value)) return null;
  if (!isObject(value)) return { result: reader.oneOf(value, path, results) ?? 'notAchieved' };
  const { assessments } = reader.object(value, path, secondaryFields.commentedSemester) ?? {};
  if (isAbsent(assessments)) return null;
  return {
    assessments: reader
      .list(assessments, `${path}.assessments`)
      .map((one, index) =>
        one === null ? null : (reader.oneOf(one, `${path}.assessments[${index}]`, commentAssessments) ?? null),
      ),
  };
}

function readPracticalExemption(
  value: Json | undefined,
  path: string,
  reader: LineReader,
): { readonly practicalExemption?: PracticalExemption } {
  if (isAbsent(value)) return {};
  const { period, ground, certificate, permitted } =
    reader.object(value, path, secondaryFields.practicalExemption) ?? {};
  return {
    practicalExemption: {
      period: reader.oneOf(period, `${path}.period`, periods) ?? 'year',
      ground: reader.oneOf(ground, `${path}.ground`, grounds) ?? 'illness',
      certificate: reader.flag(certificate, `${path}.certificate`),
      permitted: reader.flag(permitted, `${path}.permitted`),
    },
  };
}

function readChoice({ lastYearChosen, changeOfSubjects }: JsonObject, reader: LineReader) {
  const { principalDecided, madeUp } = isAbsent(changeOfSubjects)
    ? {}
    : (reader.object(changeOfSubjects, 'changeOfSubjects', secondaryFields.changeOfSubjects) ?? {});
  const change = {
    principalDecided: reader.flag(principalDecided, 'changeOfSubjects.principalDecided'),
    madeUp: reader.flag(madeUp, 'changeOfSubjects.madeUp'),
  };
  return {
    ...(isAbsent(lastYearChosen) ? {} : { lastYearChosen: readChosen(lastYearChosen, reader) }),
    changeOfSubjects: isAbsent(changeOfSubjects) ? null : change,
  };
}

function readChosen(value: Json, reader: LineReader): readonly SecondarySubject[] {
  return reader
    .list(value, 'lastYearChosen')
    .flatMap((subject, index) => reader.oneOf(subject, `lastYearChosen[${index}]`, chosenSubjects) ?? []);
}

function readConduct(value: Json | undefined, reader: LineReader): SecondaryYearInput['conduct'] {
  if (isAbsent(value)) return { first: null, second: null };
  const { first, second } = reader.object(value, 'conduct', secondaryFields.conduct) ?? {};
  const level = (given: Json | undefined, name: string) =>
    isAbsent(given) ? null : (reader.oneOf(given, `conduct.${name}`, levels) ?? null);
  return { first: level(first, 'first'), second: level(second, 'second') };
}

function readAbsences(value: Json | undefined, reader: LineReader): SecondaryYearInput['absentHalfDays'] {
  if (isAbsent(value)) return null;
  const given = reader.object(value, 'absentHalfDays', secondaryFields.absentHalfDays);
  if (given === undefined) return null;
  const { withLeave, withoutLeave } = given;
  if (isAbsent(withLeave) || isAbsent(withoutLeave)) return null;
  return {
    withLeave: reader.wholeNumber(withLeave, 'absentHalfDays.withLeave'),
    withoutLeave: reader.wholeNumber(withoutLeave, 'absentHalfDays.withoutLeave'),
  };
}

function readTraining(value: Json | undefined, reader: LineReader): SecondaryYearInput['summerTraining'] {
  if (isAbsent(value)) return null;
  const { completed, level } = reader.object(value, 'summerTraining', secondaryFields.summerTraining) ?? {};
  return {
    completed: isAbsent(completed) ? null : reader.givenFlag(completed, 'summerTraining.completed'),
    level: isAbsent(level) ? null : (reader.oneOf(level, 'summerTraining.level', levels) ?? null),
  };
}

function readDecision(value: Json | undefined, reader: LineReader): SecondaryYearInput['principalDecision'] {
  if (isAbsent(value)) return null;
  const { promoted, writtenReason } =
    reader.object(value, 'principalDecision', secondaryFields.principalDecision) ?? {};
  return {
    promoted: reader.givenFlag(promoted, 'principalDecision.promoted'),
    writtenReason: isAbsent(writtenReason) ? '' : reader.text(writtenReason, 'principalDecision.writtenReason'),
  };
}
