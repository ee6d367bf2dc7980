import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../../scripts/demo/fill-school.ts';
import { openRegistries } from '../../scripts/demo/registry-office.ts';
import { acceptSeal } from '../../scripts/demo/walk-class.ts';
import { seededRandom } from '../../simulators/sector-database/seeded-random.ts';
import { complete, readySheets, type Signatory, signatory, start } from './world/acts.ts';
import { assertHandedInOnce, untilReceived } from './world/handed-in-once.ts';
import { complaints, fetchIssued, trustOf, verify } from './world/issued-files.ts';
import { type Killing, type Toll, total, whileBeingKilled } from './world/kills.ts';
import { assertOnceOnly, assertServiceSignedOnce } from './world/once-only.ts';
import { fillSmallSchool, homeroomTeacher, type SmallSchool } from './world/small-school.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

/** Kills are random but repeatable. */
const SEED = 'killed 1';
const SHEETS_AN_ACT = 24;
const BLOWS_AN_ACT = 3;

let world: StoryWorld;
let school: SmallSchool;
let sessions = 0;
const toll: Toll = new Map();
const random = seededRandom(SEED);

before(async () => {
  world = await startStoryWorld({ purpose: 'killed', without: ['portal'] });
  school = await fillSmallSchool(world, { carriedOver: true });
});
after(() => world?.end());

test('homeroom teachers sign while school, signing service and certificate authority are killed', async () => {
  for (const classId of school.classes) {
    const teacher = await signatory(world, homeroomTeacher(school, classId), 'homeroomTeacher');
    await signUnderFire(teacher, ['school', 'remoteSigning', 'certificateAuthority'], classId);
  }
});

test('the principal signs every class while they are killed', async () => {
  const principal = await signatory(world, school.people.principal, 'principal');
  await signUnderFire(principal, ['school', 'remoteSigning', 'certificateAuthority']);
});

test('the seal is set and records are issued while school and certificate authority are killed', async () => {
  const sealClerk = await signatory(world, school.people.sealClerk, 'organisationSeal');
  await signUnderFire(sealClerk, ['school', 'certificateAuthority']);
});

test('afterwards everything has happened exactly once', async () => {
  const { schoolId, pupils } = school;
  await assertOnceOnly(world, { schoolId, sheets: pupils, sessions });
  await assertServiceSignedOnce(world, schoolId);
});

test('every issued record verifies, XML and PDF', async () => {
  const { schoolId } = school;
  const trust = await trustOf(world, schoolId);
  const clerk = await open(world, school.people.sealClerk);
  const issued = await world
    .look('school')
    .rows<{ year_sheet_id: string }>('select year_sheet_id from issued_record order by 1');
  for (const [index, { year_sheet_id: id }] of issued.entries()) {
    assert.deepEqual(complaints(await verify(await fetchIssued(clerk, id, 'xml'), trust)), []);
    if (index % 12 !== 0) continue;
    assert.deepEqual(complaints(await verify(await fetchIssued(clerk, id, 'pdf'), trust)), []);
  }
  assert.equal(issued.length, school.pupils);
});

test('records are handed in while school, province and ministry are killed', async () => {
  await openRegistries(world);
  const walk = { ...school, classId: '' };
  await acceptSeal(world, walk, { registry: 'province', schoolId: school.schoolId });
  const clerk = await open(world, school.people.academicClerk);
  for (const classId of school.classes) {
    await clerk.post('/api/submissions', { schoolYear: school.schoolYear, classId });
    const killing: Killing = { victims: ['school', 'province', 'ministry'], blows: BLOWS_AN_ACT, random, toll };
    await whileBeingKilled(world, killing, () =>
      untilReceived(world, { clerk, schoolYear: school.schoolYear, classId }),
    );
  }
});

test('afterwards province and ministry hold every record once, and the school has a receipt for each', async () => {
  await assertHandedInOnce(world, { schoolId: school.schoolId, sheets: school.pupils });
});

test('processes were killed at least fifty times in the middle of it', (t) => {
  t.diagnostic(`killed: ${JSON.stringify(Object.fromEntries(toll))}`);
  assert.ok(total(toll) >= 50, `only ${total(toll)}`);
});

async function signUnderFire(by: Signatory, victims: Killing['victims'], classId?: string): Promise<void> {
  for (;;) {
    const list = (await readySheets(by, school.schoolYear, classId)).slice(0, SHEETS_AN_ACT);
    if (list.length === 0) return;
    const sessionId = await start(world, by, list);
    sessions += 1;
    await whileBeingKilled(world, { victims, blows: BLOWS_AN_ACT, random, toll }, () =>
      complete(world, by, { sessionId }),
    );
  }
}
