import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { whyNoSoftToken } from '../../agent/src/testing/soft-token.ts';
import { waitUntil } from '../harness/index.ts';
import { complete, readySheets, type Signatory, signatory, start, view } from './world/acts.ts';
import { complaints, fetchIssued, trustOf, verify } from './world/issued-files.ts';
import { type OwnService, startOwnService } from './world/own-service.ts';
import { fillSmallSchool, homeroomTeacher, type SmallSchool } from './world/small-school.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';
import { tokenOnTheDesk } from './world/token-on-the-desk.ts';

let world: StoryWorld;
let school: SmallSchool;
let smart: OwnService;
let ras: OwnService;
let principal: Signatory;
let seal: Signatory;

before(async () => {
  world = await startStoryWorld({ purpose: 'kinds', without: ['province', 'ministry', 'portal'] });
  school = await fillSmallSchool(world, { carriedOver: true });
  smart = await startOwnService(world, school, { kind: 'smartSigning', name: 'SmartCA mô phỏng' });
  ras = await startOwnService(world, school, { kind: 'cscV1', name: 'MySign mô phỏng' });
  await ras.link(school.people.principal);
  principal = await signatory(world, school.people.principal, 'principal');
  seal = await signatory(world, school.people.sealClerk, 'organisationSeal');
});
after(async () => {
  await Promise.all([smart?.process.kill(), ras?.process.kill()]);
  await world?.end();
});

test('teacher by a SmartCA-style service, principal by CSC v1, seal by PKCS#12: every record is issued and verifies', async () => {
  const [classId = ''] = school.classes;
  const person = homeroomTeacher(school, classId);
  await smart.link(person);
  const teacher = await signatory(world, person, 'homeroomTeacher');
  await smart.signing.faults({ wrongOrder: 1, cutAfterSigning: 1 });
  await act(smart.world, teacher, classId);
  await ras.signing.faults({ partialList: 1, cutAfterSigning: 1 });
  await issueAsOthers(classId);
});

test('a teacher whose key is on a USB token signs the next class through the agent', {
  skip: whyNoSoftToken() ?? false,
}, async () => {
  const [, classId = ''] = school.classes;
  const person = homeroomTeacher(school, classId);
  const teacher = await signatory(world, person, 'homeroomTeacher');
  const desk = await tokenOnTheDesk(world, { school, kind: 'staff', holder: person.fullName });
  try {
    await desk.link(teacher.client);
    const sessionId = await start(world, teacher, await readySheets(teacher, school.schoolYear, classId));
    await waitUntil(async () => (await view(teacher, sessionId)).state === 'awaitingApproval', { what: 'token asked' });
    await desk.sign(teacher.client, sessionId);
    await waitUntil(async () => (await view(teacher, sessionId)).state === 'finished', { what: 'token signed' });
  } finally {
    await desk.close();
  }
  await issueAsOthers(classId);
});

/** Principal and seal; then every record of the class is looked at as an outsider would. */
async function issueAsOthers(classId: string): Promise<void> {
  await act(ras.world, principal, classId);
  const issued = await act(world, seal, classId);
  const trust = await trustOf(world, school.schoolId);
  for (const yearSheetId of issued) {
    for (const kind of ['xml', 'pdf'] as const) {
      const report = await verify(await fetchIssued(seal.client, yearSheetId, kind), trust);
      assert.deepEqual(complaints(report), [], `${yearSheetId} ${kind}`);
    }
  }
  const signatures = 'select count(*) from signature where year_sheet_id = any($1)';
  assert.equal(await world.look('school').count(signatures, [issued]), issued.length * 3);
}

async function act(at: StoryWorld, by: Signatory, classId: string): Promise<string[]> {
  const sheets = await readySheets(by, school.schoolYear, classId);
  assert.ok(sheets.length > 0, `nothing waits for ${by.slot}`);
  const { counts } = await complete(at, by, { sessionId: await start(at, by, sheets) });
  assert.deepEqual([counts.signed, counts.refused], [sheets.length, 0]);
  return sheets;
}
