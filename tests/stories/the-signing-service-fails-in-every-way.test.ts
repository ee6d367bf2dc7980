import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { waitUntil } from '../harness/index.ts';
import { complete, readySheets, type Signatory, signatory, start, view } from './world/acts.ts';
import { assertServiceSignedOnce } from './world/once-only.ts';
import { fillSmallSchool, homeroomTeacher, type SmallSchool } from './world/small-school.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

let world: StoryWorld;
let school: SmallSchool;
let teacher: Signatory;
let colleague: Signatory;

before(async () => {
  world = await startStoryWorld({ purpose: 'service', without: ['province', 'ministry', 'portal'] });
  school = await fillSmallSchool(world, { carriedOver: true });
  const [first = '', second = ''] = school.classes;
  teacher = await signatory(world, homeroomTeacher(school, first), 'homeroomTeacher');
  colleague = await signatory(world, homeroomTeacher(school, second), 'homeroomTeacher');
});
after(() => world?.end());
afterEach(() => world.signing.faults({}));

const passing = [
  'partialList',
  'wrongOrder',
  'wrongKey',
  'duplicate',
  'tooManyRequests',
  'unavailable',
  'cutAfterSigning',
];

for (const fault of passing) {
  test(`two answers go wrong (${fault}): every document is signed once all the same`, async () => {
    const sheets = await nextSheets(teacher, 3);
    await world.signing.faults({ [fault]: 2 });
    const sessionId = await start(world, teacher, sheets);
    const { counts } = await complete(world, teacher, { sessionId });
    assert.deepEqual([counts.signed, counts.refused, counts.timestamped], [3, 0, 3]);
  });
}

test('after all these faults each document has one signature, and the service made no other', async () => {
  const signed = await world.look('school').count('select count(*) from signature');
  assert.equal(signed, passing.length * 3);
  await assertServiceSignedOnce(world, school.schoolId);
});

test('a request rejected on the phone signs nothing and leaves the documents ready', async () => {
  const sheets = await nextSheets(colleague, 4);
  const sessionId = await start(world, colleague, sheets);
  await waitUntil(async () => (await view(colleague, sessionId)).state === 'awaitingApproval', { what: 'phone asked' });
  const [request] = await world.signing.phone(colleague.userId, world.secrets.pin, 'list');
  assert.equal(request?.numSignatures, 4);
  assert.equal(request?.root, (await view(colleague, sessionId)).listDigest);
  await world.signing.phone(colleague.userId, world.secrets.pin, 'reject');
  const rejected = await waitUntil(
    async () => {
      const seen = await view(colleague, sessionId);
      return seen.state === 'rejected' && seen;
    },
    { what: 'rejected' },
  );
  assert.match(rejected.problem ?? '', /từ chối trên điện thoại/);
  assert.equal(rejected.counts.signed, 0);
  assert.deepEqual(await nextSheets(colleague, 4), sheets);
});

test('an authorisation that expires half-way is asked for again, for the missing documents only', async () => {
  const sheets = await nextSheets(colleague, 5);
  await world.signing.faults({ sadSeconds: 3, latencyMs: 1800, partialList: 1 });
  const sessionId = await start(world, colleague, sheets);
  const { counts } = await complete(world, colleague, { sessionId });
  assert.equal(counts.signed, 5);
  const asked = await world
    .look('remoteSigning')
    .rows<{ hashes: string[] }>(
      `select hashes from authorisation where user_id = $1 and state = 'approved' order by created_at`,
      [colleague.userId],
    );
  const [whole, missing] = asked.map(({ hashes }) => hashes);
  assert.deepEqual([whole?.length, missing?.length], [5, 1]);
  assert.ok(whole?.includes(missing?.[0] ?? ''));
});

async function nextSheets(by: Signatory, count: number): Promise<string[]> {
  return (await readySheets(by, school.schoolYear)).slice(0, count);
}
