import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from '../../scripts/demo/fill-school.ts';
import { waitUntil } from '../harness/index.ts';
import { complete, readySheets, type Signatory, signatory, start, view } from './world/acts.ts';
import { complaints, fetchIssued, trustOf, verify } from './world/issued-files.ts';
import { fillSmallSchool, homeroomTeacher, type SmallSchool } from './world/small-school.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

const SHEETS = 10;
let world: StoryWorld;
let school: SmallSchool;
let teacher: Signatory;
let principal: Signatory;
let sealClerk: Signatory;
let sheets: string[];

before(async () => {
  world = await startStoryWorld({ purpose: 'bad', without: ['province', 'ministry', 'portal'] });
  school = await fillSmallSchool(world, { carriedOver: true });
  teacher = await signatory(world, homeroomTeacher(school, school.classes[0] ?? ''), 'homeroomTeacher');
  principal = await signatory(world, school.people.principal, 'principal');
  sealClerk = await signatory(world, school.people.sealClerk, 'organisationSeal');
  sheets = (await readySheets(teacher, school.schoolYear)).slice(0, SHEETS);
});
after(() => world?.end());

test('a sheet withdrawn before it is signed is left out with its reason, the others are signed', async () => {
  const withdrawn = sheets.pop() ?? '';
  const office = await open(world, school.people.principal);
  await office.post(`/api/year-sheets/${withdrawn}/withdrawal`, { reason: 'sai chiều cao của học sinh' });
  const done = await complete(world, teacher, { sessionId: await start(world, teacher, [withdrawn, ...sheets]) });
  assert.deepEqual([done.counts.signed, done.counts.refused], [sheets.length, 1]);
  assert.match((await refusals(teacher, done.sessionId))[0] ?? '', /đã được rút để sửa/);
});

test('a sheet whose turn has not come is left out, the others are signed', async () => {
  const tooEarly = (await readySheets(teacher, school.schoolYear))[0] ?? '';
  const done = await complete(world, principal, { sessionId: await start(world, principal, [...sheets, tooEarly]) });
  assert.deepEqual([done.counts.signed, done.counts.refused], [sheets.length, 1]);
  assert.match(
    (await refusals(principal, done.sessionId))[0] ?? '',
    /Chưa đến lượt: còn thiếu chữ ký của giáo viên chủ nhiệm/,
  );
});

test('a sheet whose stored signature is damaged is left out of sealing, the others are sealed and issued', async () => {
  const [damaged = '', ...sound] = sheets;
  const restore = await damageSignature(damaged, 'principal');
  const done = await complete(world, sealClerk, { sessionId: await start(world, sealClerk, [damaged, ...sound]) });
  assert.deepEqual([done.counts.signed, done.counts.refused, done.counts.issued], [sound.length, 1, sound.length]);
  assert.match((await refusals(sealClerk, done.sessionId))[0] ?? '', /bị hỏng nên không ký được/);
  await restore();
  await complete(world, sealClerk, { sessionId: await start(world, sealClerk, [damaged]) });
});

test('a record that cannot be made is told of by name and tried again, the others are issued', async () => {
  const list = (await readySheets(teacher, school.schoolYear)).slice(0, 6);
  const [damaged = '', ...sound] = list;
  await complete(world, teacher, { sessionId: await start(world, teacher, list) });
  await complete(world, principal, { sessionId: await start(world, principal, list) });
  await world.certificates.faults({ tsaDown: true });
  const sessionId = await start(world, sealClerk, list);
  await waitUntil(async () => (await view(sealClerk, sessionId)).counts.signed === list.length, { what: 'sealed' });
  const restore = await damageSignature(damaged, 'homeroomTeacher');
  await world.certificates.faults({ tsaDown: false });
  const waiting = await waitUntil(
    async () => {
      const seen = await view(sealClerk, sessionId);
      return seen.counts.issued === sound.length && seen.problem !== null && seen;
    },
    { what: 'the others issued', timeoutMs: 60_000 },
  );
  const [pupil] = await world
    .look('school')
    .rows<{ full_name: string }>(
      `select content->'student'->>'fullName' as full_name from year_sheet where year_sheet_id = $1`,
      [damaged],
    );
  assert.ok(waiting.problem?.includes(pupil?.full_name ?? '?'), waiting.problem ?? '');
  await restore();
  assert.equal((await complete(world, sealClerk, { sessionId })).counts.issued, list.length);
});

test('a sheet withdrawn between seal and issue is never issued', async () => {
  const list = (await readySheets(teacher, school.schoolYear)).slice(0, 3);
  const [withdrawn = '', ...others] = list;
  await complete(world, teacher, { sessionId: await start(world, teacher, list) });
  await complete(world, principal, { sessionId: await start(world, principal, list) });
  await world.certificates.faults({ tsaDown: true });
  const sessionId = await start(world, sealClerk, list);
  await waitUntil(async () => (await view(sealClerk, sessionId)).counts.signed === list.length, { what: 'sealed' });
  const office = await open(world, school.people.principal);
  await office.post(`/api/year-sheets/${withdrawn}/withdrawal`, { reason: 'phát hiện sai sau khi đóng dấu' });
  await world.certificates.faults({ tsaDown: false });
  await waitUntil(async () => (await view(sealClerk, sessionId)).counts.issued === others.length, {
    what: 'the others issued',
  });
  await waitUntil(async () => (await sealKeys()) === 0, { what: 'the seal closed by itself' });
  assert.equal(
    await world.look('school').count('select count(*) from issued_record where year_sheet_id = $1', [withdrawn]),
    0,
  );
});

test('two acts over the same documents sign each once, and the later one says so', async () => {
  const list = (await readySheets(teacher, school.schoolYear)).slice(0, 3);
  const first = await start(world, teacher, list);
  await waitUntil(async () => (await view(teacher, first)).state === 'awaitingApproval', { what: 'first act asks' });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const second = await start(world, teacher, list);
  const views = await Promise.all([first, second].map((sessionId) => complete(world, teacher, { sessionId })));
  assert.equal(
    views.reduce((sum, { counts }) => sum + counts.signed, 0),
    list.length,
  );
  assert.equal(
    views.reduce((sum, { counts }) => sum + counts.refused, 0),
    list.length,
  );
});

test('every record issued on this day verifies', async () => {
  const trust = await trustOf(world, school.schoolId);
  const issued = await world.look('school').rows<{ id: string }>('select year_sheet_id as id from issued_record');
  assert.ok(issued.length > SHEETS);
  for (const { id } of issued)
    assert.deepEqual(complaints(await verify(await fetchIssued(sealClerk.client, id, 'xml'), trust)), []);
});

async function refusals(by: Signatory, sessionId: string): Promise<string[]> {
  const { refusedItems } = await by.client.get<{ refusedItems: { problem: string }[] }>(
    `/api/signing/sessions/${sessionId}`,
  );
  return refusedItems.map(({ problem }) => problem);
}

function sealKeys(): Promise<number> {
  return world.look('school').count(`select count(*) from signing_session where authorisation is not null`);
}

/** As a failing disk might: what a stored signature was made over can no longer be read. Gives the way back. */
async function damageSignature(yearSheetId: string, slot: string): Promise<() => Promise<void>> {
  const school = world.look('school');
  const [kept] = await school.rows<{ prepared: object }>(
    'select prepared from signature where year_sheet_id = $1 and slot = $2',
    [yearSheetId, slot],
  );
  const write = async (prepared: object) => {
    await school.rows('alter table signature disable trigger signature_final');
    await school.rows('update signature set prepared = $3 where year_sheet_id = $1 and slot = $2', [
      yearSheetId,
      slot,
      JSON.stringify(prepared),
    ]);
    await school.rows('alter table signature enable trigger signature_final');
  };
  await write({});
  return () => write(kept?.prepared ?? {});
}
