import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillSchool, open } from '../../scripts/demo/fill-school.ts';
import { type HttpClient, Refusal } from '../../scripts/demo/http-client.ts';
import { carryOverClass, signClass } from '../../scripts/demo/walk-class.ts';
import {
  awkwardCases,
  buildReferenceSchool,
  type ReferenceSchool,
  type SchoolData,
  writeWorkbook,
} from '../../simulators/sector-database/index.ts';
import { onlyClasses } from './world/cut-school.ts';
import { importAndRead } from './world/imports.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

/** The classes of the three pupils who are assessed again in August. */
const AUGUST = ['completedInAugust', 'promotedByPrincipal', 'retained'] as const;
const CLASSES = AUGUST.map((name) => awkwardCases[name].classCode);
let world: StoryWorld;
let reference: ReferenceSchool;
let june: SchoolData;
let august: SchoolData;
let clerk: HttpClient;

before(async () => {
  world = await startStoryWorld({ purpose: 'again', without: ['province', 'ministry', 'portal'] });
  reference = buildReferenceSchool(1);
  june = onlyClasses(reference.june, CLASSES);
  august = onlyClasses(reference.august, CLASSES);
  const { schoolId, name: schoolName } = june.school;
  const school = {
    schoolId,
    schoolName,
    people: reference.facts,
    workbook: await writeWorkbook(june),
    classes: CLASSES,
  };
  await fillSchool(world, school, () => undefined);
  clerk = await open(world, reference.facts.academicClerk);
});
after(() => world?.end());

test('the same workbook again changes nothing', async () => {
  const stored = await contents();
  const { report } = await importAndRead(clerk, await writeWorkbook(june));
  for (const [kind, { added, changed }] of Object.entries(report.changes ?? {}))
    assert.deepEqual({ kind, added, changed }, { kind, added: 0, changed: 0 });
  assert.equal(report.changes?.results.unchanged, june.results.length);
  assert.deepEqual(await contents(), stored);
});

test('what a teacher corrected by hand stays when the workbook still says what it said', async () => {
  const pupil = await pupilOf(reference.facts.awkward.completedInAugust);
  const teacher = reference.facts.homeroomTeachers.get(awkwardCases.completedInAugust.classCode);
  if (!teacher) throw new Error('no teacher');
  const client = await open(world, teacher);
  const classmate = (await classEntry('4A')).pupils.find(({ recordId }) => recordId !== pupil);
  const path = `/api/pupil-years/${june.school.schoolYear}/${classmate?.recordId}`;
  const year = await client.get<{ revision: number; facts: object }>(path);
  await client.put(path, { revision: year.revision, facts: { ...year.facts, heightTenths: 1333 } });
  await importAndRead(clerk, await writeWorkbook(june));
  const { facts } = await client.get<{ facts: { heightTenths: number } }>(path);
  assert.equal(facts.heightTenths, 1333);
});

test('in June all but the three are carried over; they wait', async () => {
  for (const [index, classId] of CLASSES.entries()) {
    const report = await carryOver(classId);
    assert.deepEqual(
      report.waiting.map(({ recordId }) => recordId),
      [await pupilOf(reference.facts.awkward[AUGUST[index] ?? 'retained'])],
    );
    assert.equal(report.carriedOver, pupilsIn(classId) - 1);
  }
  await signClass(world, { ...june.school, classId: '4A', people: reference.facts }, () => undefined);
});

test('the August workbook changes exactly the three pupils', async () => {
  const { status, report } = await importAndRead(clerk, await writeWorkbook(august));
  assert.equal(status, 'applied', JSON.stringify(report.problems?.slice(0, 3)));
  assert.deepEqual(report.changes?.results, { added: 0, changed: 3, unchanged: june.results.length - 3 });
  for (const kind of ['staff', 'classes', 'assignments', 'students'] as const)
    assert.equal(report.changes?.[kind].changed, 0);
  for (const [index, classId] of CLASSES.entries()) {
    const id = await pupilOf(reference.facts.awkward[AUGUST[index] ?? 'retained']);
    const { readiness } = (await classEntry(classId)).pupils.find(({ recordId }) => recordId === id) ?? {};
    assert.equal(readiness, 'ready', classId);
  }
});

test('they are carried over by themselves, as the second cohort, and the others are left alone', async () => {
  for (const classId of CLASSES) {
    const report = await carryOver(classId);
    assert.deepEqual(report, { carriedOver: 1, already: pupilsIn(classId) - 1, waiting: [], faulty: [] });
  }
  const cohorts = await world
    .look('school')
    .rows<{ cohort: string; sheets: number }>(
      'select cohort, count(*)::int as sheets from year_sheet group by cohort order by cohort',
    );
  assert.deepEqual(cohorts, [
    { cohort: 'completed', sheets: june.results.length - 3 },
    { cohort: 'notYetCompletedOrFaulty', sheets: 3 },
  ]);
});

test('the late sheet is signed and issued after its class', async () => {
  await signClass(world, { ...june.school, classId: '4A', people: reference.facts }, () => undefined);
  const { records } = await clerk.get<{ records: { issued: boolean; yearResult: string | null }[] }>(
    `/api/classes/${june.school.schoolYear}/4A/records`,
  );
  assert.equal(records.length, pupilsIn('4A'));
  assert.ok(records.every(({ issued }) => issued));
});

test('a workbook that would change a frozen sheet is refused as a whole, and names the pupil', async () => {
  const stored = await contents();
  const [first, ...others] = august.results;
  if (!first) throw new Error('no results');
  const run = await importAndRead(
    clerk,
    await writeWorkbook({ ...august, results: [{ ...first, height: 199.9 }, ...others] }),
  );
  assert.equal(run.status, 'problems');
  assert.match(run.report.problems?.[0]?.sentence ?? '', new RegExp(`${first.studentId}.*đã kết chuyển`));
  assert.deepEqual(await contents(), stored);
});

test('only a clerk may import', async () => {
  const principal = await open(world, reference.facts.principal);
  const given = principal.upload('/api/imports', { name: 'x.xlsx', bytes: await writeWorkbook(june) });
  await assert.rejects(given, (error) => error instanceof Refusal && error.status === 403);
});

interface CarriedOver {
  readonly carriedOver: number;
  readonly already: number;
  readonly waiting: readonly { readonly recordId: string }[];
}

function carryOver(classId: string): Promise<CarriedOver> {
  return carryOverClass(world, { ...june.school, classId, people: reference.facts }) as Promise<CarriedOver>;
}

interface ClassEntry {
  readonly pupils: readonly { readonly recordId: string; readonly readiness: string }[];
}

function classEntry(classId: string): Promise<ClassEntry> {
  return clerk.get<ClassEntry>(`/api/classes/${june.school.schoolYear}/${classId}/entry`);
}

/** Pupils of the class who are there at the year's end. */
function pupilsIn(classId: string): number {
  const ids = new Set(june.results.map(({ studentId }) => studentId));
  return june.pupils.filter((pupil) => pupil.classCode === classId && ids.has(pupil.studentId)).length;
}

async function pupilOf(studentId: string): Promise<string> {
  const [row] = await world
    .look('school')
    .rows<{ record_id: string }>('select record_id from student where student_id = $1', [studentId]);
  if (!row) throw new Error(`no pupil ${studentId}`);
  return row.record_id;
}

/** Everything an import writes, accounts aside. */
function contents() {
  return Promise.all(
    ['student', 'enrolment', 'staff', 'school_class', 'teaching_assignment', 'pupil_year', 'year_sheet'].map((table) =>
      world
        .look('school')
        .rows(`select md5(string_agg(one::text, '|' order by one::text)) as ${table} from ${table} one`),
    ),
  );
}
