import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parseCertificate } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { carryOverClass, releaseClass, withdrawYearSheet } from '../../../testing/acts.ts';
import { type SigningInstall, signingInstall } from '../../../testing/signing-install.ts';
import type { Actor } from '../../platform/actor.ts';
import { advanceSession } from './advance-session.ts';
import { cancelSession } from './cancel-session.ts';
import { readSession } from './read-signing.ts';
import { startSession } from './start-session.ts';

interface SignatureRow {
  readonly year_sheet_id: string;
  readonly prepared: { signedInfo: string; certificates: string[] };
  readonly value: Buffer;
}

describe('one act of signing', () => {
  let school: SigningInstall;
  let classes: string[];

  before(async () => {
    school = await signingInstall();
    await school.load(school.data);
    await school.rows('update account set positions = positions || proposed_positions');
    classes = school.data.classes.map((each) => each.code);
  });
  after(() => school.end());

  /** A class ready to be signed by its homeroom teacher, who has a credential. */
  async function classToSign(index: number): Promise<{ teacher: Actor; yearSheetIds: string[] }> {
    const classId = classes[index] ?? '';
    await releaseClass(school.platform, school.vicePrincipal, school.of(classId));
    await carryOverClass(school.platform, school.vicePrincipal, school.of(classId));
    return carriedOver(classId);
  }

  async function carriedOver(classId: string): Promise<{ teacher: Actor; yearSheetIds: string[] }> {
    const rows = await school.rows<{ year_sheet_id: string }>(
      'select year_sheet_id from year_sheet where class_id = $1',
      [classId],
    );
    return { teacher: school.homeroomTeacher(classId), yearSheetIds: rows.map((row) => row.year_sheet_id) };
  }

  const start = (teacher: Actor, yearSheetIds: string[]) =>
    startSession(school.platform, teacher, { slot: 'homeroomTeacher', yearSheetIds });
  const step = (sessionId: string) =>
    advanceSession(school.platform, { kind: 'signingSession', schoolId: school.schoolId, key: sessionId, attempts: 0 });

  async function stateOf(teacher: Actor, sessionId: string): Promise<string> {
    return (await readSession(school.platform, teacher, sessionId)).state;
  }

  async function advanceTo(teacher: Actor, sessionId: string, state: string): Promise<void> {
    for (let steps = 0; steps < 200 && (await stateOf(teacher, sessionId)) !== state; steps += 1) await step(sessionId);
    assert.equal(await stateOf(teacher, sessionId), state);
  }

  async function unverified(sessionId: string): Promise<number> {
    const rows = await school.rows<SignatureRow>(
      'select year_sheet_id, prepared, value from signature where session_id = $1',
      [sessionId],
    );
    let bad = 0;
    for (const { prepared, value } of rows) {
      const { spki } = parseCertificate(Buffer.from(prepared.certificates[0] ?? '', 'base64'));
      const data = new TextEncoder().encode(prepared.signedInfo);
      if (!(await nodeCrypto.verify({ algorithm: 'ecdsa-sha256', publicKey: spki, data, signature: value }))) bad += 1;
    }
    return bad;
  }

  it('never keeps a signature of another credential registered meanwhile', async () => {
    const { teacher, yearSheetIds } = await classToSign(0);
    await school.registerCredential(teacher, 'first');
    const sessionId = await start(teacher, yearSheetIds);
    await advanceTo(teacher, sessionId, 'signing');
    await school.registerCredential(teacher, 'second');
    await advanceTo(teacher, sessionId, 'failed');
    assert.equal(await unverified(sessionId), 0);
    const again = await start(teacher, yearSheetIds);
    await advanceTo(teacher, again, 'finished');
    assert.equal((await readSession(school.platform, teacher, again)).counts.signed, yearSheetIds.length);
    assert.equal(await unverified(again), 0);
  });

  it('ends when the certificate is revoked between start and use', async () => {
    const { teacher, yearSheetIds } = await classToSign(1);
    const identity = await school.registerCredential(teacher, 'to-be-revoked');
    const sessionId = await start(teacher, yearSheetIds);
    await advanceTo(teacher, sessionId, 'signing');
    school.revoke(identity);
    await advanceTo(teacher, sessionId, 'failed');
    const { counts, problem } = await readSession(school.platform, teacher, sessionId);
    assert.equal(counts.signed, 0);
    assert.match(problem ?? '', /thu hồi/);
  });

  it('leaves out a sheet withdrawn after the list was authorised', async () => {
    const { teacher, yearSheetIds } = await classToSign(2);
    await school.registerCredential(teacher, 'withdrawing');
    const sessionId = await start(teacher, yearSheetIds);
    await advanceTo(teacher, sessionId, 'signing');
    const yearSheetId = yearSheetIds[0] ?? '';
    await withdrawYearSheet(school.platform, school.principal, { yearSheetId, reason: 'sai ngày sinh' });
    await advanceTo(teacher, sessionId, 'finished');
    const { counts, refusedItems } = await readSession(school.platform, teacher, sessionId);
    assert.equal(counts.signed, yearSheetIds.length - 1);
    assert.deepEqual(
      refusedItems.map((item) => item.yearSheetId),
      [yearSheetId],
    );
  });

  it('stays stopped when the phone says yes while it is being stopped', async () => {
    // The act before ended without a signature.
    const { teacher, yearSheetIds } = await carriedOver(classes[1] ?? '');
    await school.registerCredential(teacher, 'stopped');
    const sessionId = await start(teacher, yearSheetIds);
    await advanceTo(teacher, sessionId, 'awaitingApproval');
    const { client, signIn } = school.platform.remoteSigning ?? assert.fail('no service');
    const stopping: typeof client = {
      ...client,
      checkAuthorisation: async (access, request) => {
        await cancelSession(school.platform, teacher, sessionId);
        return client.checkAuthorisation(access, request);
      },
    };
    Object.assign(school.platform, { remoteSigning: { client: stopping, signIn } });
    await step(sessionId);
    Object.assign(school.platform, { remoteSigning: { client, signIn } });
    for (let steps = 0; steps < 3; steps += 1) await step(sessionId);
    const { state, problem, counts } = await readSession(school.platform, teacher, sessionId);
    assert.equal(state, 'cancelled');
    assert.match(problem ?? '', /đã dừng/);
    assert.equal(counts.signed, 0);
    const [kept] = await school.rows<{ authorisation: string | null }>(
      'select authorisation from signing_session where session_id = $1',
      [sessionId],
    );
    assert.equal(kept?.authorisation, null);
  });

  it('gives up a service that never returns a signature that verifies', async () => {
    const { teacher, yearSheetIds } = await classToSign(3);
    await school.registerCredential(teacher, 'broken-service');
    const sessionId = await start(teacher, yearSheetIds);
    school.serviceSigns(async (hashes) => hashes.map(() => new Uint8Array(64)));
    await advanceTo(teacher, sessionId, 'failed');
    school.serviceSigns(undefined);
    assert.equal((await readSession(school.platform, teacher, sessionId)).counts.signed, 0);
  });
});
