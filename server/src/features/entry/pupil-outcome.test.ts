import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { awkwardCases, buildReferenceSchool, writeWorkbook } from '../../../../simulators/sector-database/index.ts';
import { onlyClasses } from '../../../../tests/stories/world/cut-school.ts';
import { type ImportedSchool, readWorkbook } from '../enrolment/index.ts';
import { factsOfWorkbook } from './imported-facts.ts';
import { evaluatePupil, type PupilInClass, type Readiness } from './pupil-outcome.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';

const reference = buildReferenceSchool(1);
const classes = ['1A', awkwardCases.completedInAugust.classCode, awkwardCases.retained.classCode];
const waiting = [reference.facts.awkward.completedInAugust, reference.facts.awkward.retained];
let june: readonly Pupil[];
let august: readonly Pupil[];

before(async () => {
  june = pupilsOf(await read(onlyClasses(reference.june, classes)));
  august = pupilsOf(await read(onlyClasses(reference.august, classes)));
});

test('in June everyone is ready but those who are to be assessed again', () => {
  const notReady = june.filter((pupil) => readinessOf(pupil) !== 'ready');
  assert.deepEqual(notReady.map(({ studentId }) => studentId).sort(), [...waiting].sort());
  for (const pupil of notReady) assert.equal(readinessOf(pupil), 'waiting');
});

test('in August everyone is ready', () => {
  assert.deepEqual(
    august.filter((pupil) => readinessOf(pupil) !== 'ready'),
    [],
  );
  assert.ok(august.length > 60);
});

const disturbances: readonly (readonly [string, (facts: PupilYearFacts) => PupilYearFacts])[] = [
  ['a subject without its level', (facts) => withFirstSubject(facts, { level: null })],
  ['a tested subject without its score', (facts) => withTested(facts, { tests: [] })],
  ['a score above ten', (facts) => withTested(facts, { tests: [{ scoreTenths: 110, effective: true }] })],
  ['a subject that is missing', (facts) => ({ ...facts, subjects: facts.subjects.slice(1) })],
  [
    'a subject that stands twice',
    (facts) => ({ ...facts, subjects: [...facts.subjects, ...facts.subjects.slice(0, 1)] }),
  ],
  [
    'a quality that was not judged',
    (facts) => ({ ...facts, qualitiesAndCompetences: { ...facts.qualitiesAndCompetences, qualities: [] } }),
  ],
];

for (const [what, disturb] of disturbances) {
  test(`${what} is a problem, and the pupil is not ready`, () => {
    const pupil = august.find(({ grade, studentId }) => grade === 4 && !waiting.includes(studentId));
    if (!pupil) throw new Error('no pupil');
    const { readiness, outcome } = evaluatePupil(disturb(pupil.facts), pupil);
    assert.equal(readiness, 'problems');
    const sentences = [...outcome.missing, ...outcome.errors].map(({ sentence }) => sentence);
    assert.ok(sentences.length > 0 && sentences.every((sentence) => sentence.length > 15), sentences.join(' '));
  });
}

interface Pupil extends PupilInClass {
  readonly studentId: string;
  readonly facts: PupilYearFacts;
}

async function read(data: Parameters<typeof writeWorkbook>[0]): Promise<ImportedSchool> {
  const reading = await readWorkbook(await writeWorkbook(data), { schoolId: data.school.schoolId });
  if (!reading.accepted) throw new Error(JSON.stringify(reading).slice(0, 500));
  return reading.imported;
}

function pupilsOf(imported: ImportedSchool): Pupil[] {
  const students = new Map(imported.students.map((each) => [each.profile.studentId, each]));
  const grades = new Map(imported.classes.map((each) => [each.classId, each.grade]));
  return factsOfWorkbook(imported).map(({ studentId, facts }) => {
    const student = students.get(studentId);
    if (!student) throw new Error(studentId);
    const grade = grades.get(student.classId) ?? 0;
    const enrolled = { studentId, recordId: '', lookupCode: '', profile: student.profile };
    return { studentId, facts, student: enrolled, schoolYear: imported.schoolYear, grade };
  });
}

function readinessOf(pupil: Pupil): Readiness {
  return evaluatePupil(pupil.facts, pupil).readiness;
}

type Row = PupilYearFacts['subjects'][number];

function withFirstSubject(facts: PupilYearFacts, change: Partial<Row>): PupilYearFacts {
  const [first, ...others] = facts.subjects;
  if (!first) throw new Error('no subjects');
  return { ...facts, subjects: [{ ...first, ...change }, ...others] };
}

function withTested(facts: PupilYearFacts, change: Partial<Row>): PupilYearFacts {
  const tested = facts.subjects.findIndex(({ tests }) => tests.length > 0);
  return { ...facts, subjects: facts.subjects.map((row, index) => (index === tested ? { ...row, ...change } : row)) };
}
