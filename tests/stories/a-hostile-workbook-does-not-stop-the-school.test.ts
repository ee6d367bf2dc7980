import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { open } from '../../scripts/demo/fill-school.ts';
import { type HttpClient, Refusal } from '../../scripts/demo/http-client.ts';
import {
  buildFaultyWorkbook,
  buildHostileFile,
  buildReferenceSchool,
  hostileNames,
  writeSheets,
  writeWorkbook,
} from '../../simulators/sector-database/index.ts';
import { type ImportView, importAndRead } from './world/imports.ts';
import { fillSmallSchool, homeroomTeacher, type SmallSchool } from './world/small-school.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

/** Longest that somebody else's request may take meanwhile. */
const PATIENCE_MS = 2000;
let world: StoryWorld;
let school: SmallSchool;
let clerk: HttpClient;
let teacher: HttpClient;
let untouched: string;

before(async () => {
  world = await startStoryWorld({ purpose: 'hostile', without: ['province', 'ministry', 'portal'] });
  school = await fillSmallSchool(world);
  clerk = await open(world, school.people.academicClerk);
  teacher = await open(world, homeroomTeacher(school, school.classes[0] ?? ''));
  untouched = await fingerprint();
});
after(() => world?.end());

test('every hostile file is refused with a sentence for its sender, while a teacher goes on working', async (t) => {
  let slowest = 0;
  for (const name of hostileNames) {
    const { bytes } = await buildHostileFile(name);
    const { result, longest } = await whileATeacherWorks(() => refusalOf(bytes));
    assert.match(result, /\p{L}{2,}.*[.!]$/su, `${name}: ${result}`);
    assert.ok(longest < PATIENCE_MS, `${name}: the teacher waited ${Math.round(longest)} ms`);
    slowest = Math.max(slowest, longest);
  }
  t.diagnostic(`${hostileNames.length} files; slowest answer to the teacher ${Math.round(slowest)} ms`);
});

test('nothing of the school was changed by any of them, and it is the same process', async () => {
  assert.equal(await fingerprint(), untouched);
  assert.ok(world.processes.school.running());
});

test('a workbook full of mistakes changes nothing and names cell and cure of each', async () => {
  const faulty = buildFaultyWorkbook(buildReferenceSchool(1).june);
  const run = await importAndRead(clerk, await writeSheets(faulty.sheets));
  assert.equal(run.status, 'problems');
  assert.ok((run.report.problems?.length ?? 0) > 10);
  for (const { cell, sentence } of run.report.problems ?? []) assert.ok(cell !== '' && sentence.length > 20, sentence);
  assert.equal(await fingerprint(), untouched);
});

test('afterwards the right workbook is taken as if nothing had been', async () => {
  const run = await importAndRead(clerk, school.workbook);
  assert.equal(run.status, 'applied');
  assert.equal(run.report.changes?.students.unchanged, school.pupils);
});

test('a school killed in the middle of reading begins again by itself and reports once', async () => {
  const workbook = await writeWorkbook(buildReferenceSchool(1).june);
  const reading = importAndReadPatiently(workbook);
  await wait(400);
  await world.processes.school.restart();
  const run = await reading;
  assert.equal(run.status, 'problems', 'the workbook is of another school');
  const ends = await world
    .look('school')
    .count(`select count(*) from audit_log where action = 'importWorkbook' and subject_id = $1`, [run.importId]);
  assert.equal(ends, 1);
});

/** The refusal a person reads, by the door or in the report. */
async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    const { status, report } = await importAndRead(clerk, bytes);
    assert.equal(status, 'refused');
    return report.refusal?.sentence ?? '';
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) return error.message;
    throw error;
  }
}

async function whileATeacherWorks<T>(work: () => Promise<T>): Promise<{ result: T; longest: number }> {
  let over = false;
  const working = work().finally(() => {
    over = true;
  });
  let longest = 0;
  do {
    const asked = performance.now();
    await teacher.get(`/api/school-years/${school.schoolYear}/classes`);
    longest = Math.max(longest, performance.now() - asked);
    await wait(20);
  } while (!over);
  return { result: await working, longest };
}

async function importAndReadPatiently(bytes: Uint8Array): Promise<ImportView> {
  const { importId } = await clerk.upload<{ importId: string }>('/api/imports', { name: 'tep.xlsx', bytes });
  for (;;) {
    const run = await clerk.get<ImportView>(`/api/imports/${importId}`).catch(() => undefined);
    if (run && run.status !== 'reading') return run;
    await wait(100);
  }
}

async function fingerprint(): Promise<string> {
  const digests = [];
  for (const table of [
    'school',
    'staff',
    'school_class',
    'teaching_assignment',
    'student',
    'enrolment',
    'pupil_year',
    'account',
  ]) {
    const [row] = await world
      .look('school')
      .rows<{ digest: string }>(
        `select md5(string_agg(one::text, '|' order by one::text)) as digest from ${table} one`,
      );
    digests.push(`${table} ${row?.digest}`);
  }
  return digests.join('\n');
}
