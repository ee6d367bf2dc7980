import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { carryOverClass, releaseClass } from '../../../testing/acts.ts';
import { type ConnectedService, rasV1, smartSigning } from '../../../testing/connected-services.ts';
import { type SigningInstall, signingInstall } from '../../../testing/signing-install.ts';
import type { Actor } from '../../platform/actor.ts';
import { createServiceDirectory } from '../../platform/keys/service-directory.ts';
import { advanceSession } from './advance-session.ts';
import { hearNotice } from './hear-notice.ts';
import { readSession } from './read-signing.ts';
import { startSession } from './start-session.ts';

describe('an act with a service of the school’s own', () => {
  let school: SigningInstall;
  let ras: ConnectedService;
  let smart: ConnectedService;

  before(async () => {
    school = await signingInstall();
    await school.load(school.data);
    await school.confirmPositions();
    [ras, smart] = [await rasV1(school), await smartSigning(school)];
  });
  after(async () => {
    await Promise.all([ras?.close(), smart?.close()]);
    await school?.end();
  });

  async function begin(index: number, count: number): Promise<{ teacher: Actor; sessionId: string }> {
    const classId = school.data.classes[index]?.code ?? '';
    await releaseClass(school.platform, school.vicePrincipal, school.of(classId));
    await carryOverClass(school.platform, school.vicePrincipal, school.of(classId));
    const teacher = school.homeroomTeacher(classId);
    const rows = await school.rows<{ year_sheet_id: string }>(
      'select year_sheet_id from year_sheet where class_id = $1',
      [classId],
    );
    const yearSheetIds = rows.slice(0, count).map((row) => row.year_sheet_id);
    return {
      teacher,
      sessionId: await startSession(school.platform, teacher, { slot: 'homeroomTeacher', yearSheetIds }),
    };
  }

  const step = (sessionId: string) =>
    advanceSession(school.platform, { kind: 'signingSession', schoolId: school.schoolId, key: sessionId, attempts: 0 });
  const stateOf = async (teacher: Actor, sessionId: string) =>
    (await readSession(school.platform, teacher, sessionId)).state;

  /** Steps until the state is reached, approving whatever the phone asks where a service is given. */
  async function advance(of: { teacher: Actor; sessionId: string }, until: string, service?: ConnectedService) {
    const asked: number[] = [];
    for (let steps = 0; steps < 200 && (await stateOf(of.teacher, of.sessionId)) !== until; steps += 1) {
      const outcome = await step(of.sessionId);
      if (service) asked.push(...(await service.approve(of.teacher)));
      if (typeof outcome === 'object') await wait(30);
    }
    assert.equal(await stateOf(of.teacher, of.sessionId), until);
    return asked;
  }

  it('asks one by one where one authorisation covers one signature', async () => {
    const classId = school.data.classes[0]?.code ?? '';
    await ras.link(school.homeroomTeacher(classId), { multisign: 1 });
    assert.deepEqual(await advance(await begin(0, 3), 'finished', ras), [1, 1, 1]);
  });

  it('goes on after the process died while the phone was asked, without a second entry there', async () => {
    const classId = school.data.classes[0]?.code ?? '';
    const teacher = school.homeroomTeacher(classId);
    const rows = await school.rows<{ year_sheet_id: string }>(
      `select year_sheet_id from year_sheet where class_id = $1 and state = 'carriedOver'`,
      [classId],
    );
    const yearSheetIds = rows.slice(0, 1).map((row) => row.year_sheet_id);
    const sessionId = await startSession(school.platform, teacher, { slot: 'homeroomTeacher', yearSheetIds });
    await advance({ teacher, sessionId }, 'awaitingApproval');
    // What a new process begins with: no open call, no token.
    Object.assign(school.platform, { signingServices: createServiceDirectory(['127.0.0.1']) });
    await advance({ teacher, sessionId }, 'requesting');
    await advance({ teacher, sessionId }, 'awaitingApproval');
    assert.deepEqual(await advance({ teacher, sessionId }, 'finished', ras), [1]);
    assert.ok((await ras.timesSigned()).every((times) => times === 1));
  });

  it('looks at once when the service tells that somebody answered; other notices do nothing', async () => {
    const classId = school.data.classes[1]?.code ?? '';
    await smart.link(school.homeroomTeacher(classId));
    const act = await begin(1, 2);
    await advance(act, 'awaitingApproval');
    await school.rows('delete from pending_work');
    const [session] = await school.rows<{ request: string }>(
      'select provider_request as request from signing_session where session_id = $1',
      [act.sessionId],
    );
    const waiting = () => school.rows<{ key: string }>('select key from pending_work');
    const { schoolId } = school;
    await hearNotice(school.platform, { schoolId, request: 'made up' });
    await hearNotice(school.platform, { schoolId: '00000000', request: session?.request ?? '' });
    assert.deepEqual(await waiting(), []);
    await hearNotice(school.platform, { schoolId, request: session?.request ?? '' });
    assert.deepEqual(await waiting(), [{ key: act.sessionId }]);
    assert.deepEqual(await advance(act, 'finished', smart), [2]);
  });
});
