import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Refusal } from '../../scripts/demo/http-client.ts';
import { openOffice } from '../../scripts/demo/registry-office.ts';
import { acceptSeal, lockCohort, submitClass } from '../../scripts/demo/walk-class.ts';
import { type IssuedClass, issueOneClass } from './world/issued-class.ts';

describe('a class goes straight to the ministry where the profile makes it the root', () => {
  let story: IssuedClass;
  before(async () => {
    story = await issueOneClass({ purpose: 'ministry', profile: 'demo-primary-ministry' });
  });
  after(() => story.world.end());

  it('is received and locked there, and the province only looks on', async () => {
    const { world, walk, schoolId } = story;
    await acceptSeal(world, walk, { registry: 'ministry', schoolId });
    const received = await submitClass(world, walk);
    assert.ok(received.length > 0 && received.every(({ state }) => state === 'received'));
    const locked = await lockCohort(world, walk, { registry: 'ministry', schoolId, cohort: 'completed' });
    assert.ok(locked.filter(({ cohort }) => cohort === 'completed').every(({ state }) => state === 'locked'));
    const province = await openOffice(world, 'province');
    const { records } = await province.get<{ records: unknown[] }>(
      `/api/registry/records?schoolYear=${walk.schoolYear}&schoolId=${schoolId}`,
    );
    assert.deepEqual(records, []);
    const refusal = await province
      .post('/api/locking', { schoolYear: walk.schoolYear, cohort: 'completed' })
      .catch((error: unknown) => error);
    assert.ok(refusal instanceof Refusal);
    assert.equal(refusal.code, 'not-the-root');
  });
});
