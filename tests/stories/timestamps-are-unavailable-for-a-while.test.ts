import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../../scripts/demo/http-client.ts';
import { waitUntil } from '../harness/index.ts';
import { complete, readySheets, type Signatory, signatory, start, view } from './world/acts.ts';
import { complaints, fetchIssued, trustOf, verify } from './world/issued-files.ts';
import { assertOnceOnly } from './world/once-only.ts';
import { fillSmallSchool, homeroomTeacher, type SmallSchool } from './world/small-school.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

const SHEETS = 6;
let world: StoryWorld;
let school: SmallSchool;
let teacher: Signatory;
let principal: Signatory;
let sealClerk: Signatory;
let sheets: string[];
let sealing: string;

before(async () => {
  world = await startStoryWorld({ purpose: 'stamps', without: ['province', 'ministry', 'portal'] });
  school = await fillSmallSchool(world, { carriedOver: true });
  const [classId = ''] = school.classes;
  teacher = await signatory(world, homeroomTeacher(school, classId), 'homeroomTeacher');
  principal = await signatory(world, school.people.principal, 'principal');
  sealClerk = await signatory(world, school.people.sealClerk, 'organisationSeal');
  sheets = (await readySheets(teacher, school.schoolYear)).slice(0, SHEETS);
});
after(() => world?.end());

test('while no timestamp is to be had, everyone can sign and the signatures stay without', async () => {
  await world.certificates.faults({ tsaDown: true });
  for (const by of [teacher, principal, sealClerk]) sealing = await signWithoutTimestamp(by);
  await wait(3000);
  const stamped = await world.look('school').count('select count(timestamp_token) from signature');
  assert.equal(stamped, 0);
  assert.equal(await world.look('school').count('select count(*) from signature'), SHEETS * 3);
});

test('nothing is issued meanwhile, and whoever asks is told so', async () => {
  assert.equal(await world.look('school').count('select count(*) from issued_record'), 0);
  assert.equal((await view(sealClerk, sealing)).counts.issued, 0);
  await assert.rejects(
    fetchIssued(sealClerk.client, sheets[0] ?? '', 'xml'),
    (error) => error instanceof Refusal && error.status === 404,
  );
});

test('the work waits in the database with its reason, also over a restart of the school', async () => {
  await world.processes.school.restart();
  const waiting = await waitUntil(
    async () => {
      const rows = await world
        .look('school')
        .rows<{ last_problem: string | null }>(
          `select last_problem from pending_work where kind = 'timestampSignatures'`,
        );
      return rows.length === 3 && rows.every(({ last_problem }) => last_problem !== null) && rows;
    },
    { what: 'three acts waiting for timestamps' },
  );
  for (const { last_problem } of waiting) assert.match(last_problem ?? '', /HTTP 503/);
});

test('when the authority answers again, all is stamped and issued without anybody doing anything', async () => {
  const back = Date.now();
  await world.certificates.faults({ tsaDown: false });
  const { counts } = await complete(world, sealClerk, { sessionId: sealing, timeoutMs: 60_000 });
  assert.equal(counts.issued, SHEETS);
  await waitUntil(async () => (await world.look('school').count('select count(*) from pending_work')) === 0, {
    what: 'all work done',
  });
  await assertOnceOnly(world, { schoolId: school.schoolId, sheets: SHEETS, sessions: 3 });
  const trust = await trustOf(world, school.schoolId);
  for (const id of sheets) {
    for (const kind of ['xml', 'pdf'] as const) {
      const report = await verify(await fetchIssued(sealClerk.client, id, kind), trust);
      assert.deepEqual(complaints(report), []);
      for (const { level, signedAt, timestampAt } of report.signatures) {
        assert.equal(level, 'B-T');
        assert.ok(
          Date.parse(timestampAt ?? '') >= back - 1000,
          `stamped ${timestampAt}, authority back ${new Date(back).toISOString()}`,
        );
        assert.ok(Date.parse(signedAt ?? '') <= Date.parse(timestampAt ?? '') + 1000);
      }
    }
  }
});

async function signWithoutTimestamp(by: Signatory): Promise<string> {
  const sessionId = await start(world, by, sheets);
  await waitUntil(
    async () => {
      const { state } = await view(by, sessionId);
      if (state === 'awaitingApproval') await world.signing.phone(by.userId, world.secrets.pin, 'approve');
      return state === 'finished';
    },
    { what: `${by.slot} signed` },
  );
  return sessionId;
}
