import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { TestIdentity } from '../../../../simulators/certificate-authority/authority.ts';
import { carryOverClass, releaseClass } from '../../../testing/acts.ts';
import { type SigningInstall, signingInstall } from '../../../testing/signing-install.ts';
import type { Actor } from '../../platform/actor.ts';
import { advanceSession } from './advance-session.ts';
import { deliverSignatures, readToSign } from './deliver-signatures.ts';
import { linkToken } from './link-token.ts';
import { readSession } from './read-signing.ts';
import { startSession } from './start-session.ts';

describe('an act whose key is on a USB token', () => {
  let school: SigningInstall;
  let teacher: Actor;
  let token: TestIdentity;
  let sheets: string[];

  before(async () => {
    school = await signingInstall();
    await school.load(school.data);
    await school.confirmPositions();
    const classId = school.data.classes[0]?.code ?? '';
    teacher = school.homeroomTeacher(classId);
    await releaseClass(school.platform, school.vicePrincipal, school.of(classId));
    await carryOverClass(school.platform, school.vicePrincipal, school.of(classId));
    const rows = await school.rows<{ year_sheet_id: string }>('select year_sheet_id from year_sheet');
    sheets = rows.map((row) => row.year_sheet_id);
    token = school.identityFor(teacher);
    await linkToken(school.platform, teacher, linkOf(token));
  });
  after(() => school?.end());

  const work = async (sessionId: string) => {
    const item = { kind: 'signingSession', schoolId: school.schoolId, key: sessionId, attempts: 0 };
    for (let steps = 0; steps < 50 && (await advanceSession(school.platform, item)) !== 'done'; steps += 1);
  };
  const view = (sessionId: string) => readSession(school.platform, teacher, sessionId);
  const deliver = (sessionId: string, signatures: readonly string[], by = teacher) =>
    deliverSignatures(school.platform, by, { sessionId, signatures });

  async function begun(count: number): Promise<string> {
    const yearSheetIds = sheets.splice(0, count);
    const sessionId = await startSession(school.platform, teacher, { slot: 'homeroomTeacher', yearSheetIds });
    await work(sessionId);
    return sessionId;
  }

  async function signedBy(identity: TestIdentity, sessionId: string): Promise<string[]> {
    const { documents } = await readToSign(school.platform, teacher, sessionId);
    const digests = documents.map(({ digest }) => Buffer.from(digest, 'base64'));
    return (await identity.signer.signDigests(digests)).map((each) => Buffer.from(each).toString('base64'));
  }

  it('waits for the signatory’s browser, keeps what it brings, and ends when all is signed', async () => {
    const sessionId = await begun(3);
    assert.equal((await view(sessionId)).state, 'awaitingApproval');
    const { documents, left, listDigest } = await readToSign(school.platform, teacher, sessionId);
    assert.deepEqual([documents.length, left], [3, 3]);
    assert.equal((await view(sessionId)).listDigest, listDigest, 'both screens show the same');
    assert.equal(await deliver(sessionId, await signedBy(token, sessionId)), 3);
    await work(sessionId);
    assert.deepEqual([(await view(sessionId)).state, (await view(sessionId)).counts.signed], ['finished', 3]);
  });

  it('goes on waiting for what is missing; order, doubles and strangers do no harm', async () => {
    const sessionId = await begun(4);
    const [a = '', b = '', c = '', d = ''] = await signedBy(token, sessionId);
    const [stranger = ''] = await signedBy(school.identityFor(teacher), sessionId);
    assert.equal(await deliver(sessionId, [b, a, a, stranger]), 2);
    await work(sessionId);
    assert.equal((await view(sessionId)).state, 'awaitingApproval');
    const rest = await readToSign(school.platform, teacher, sessionId);
    assert.deepEqual([rest.left, rest.listDigest], [2, (await view(sessionId)).listDigest]);
    await assert.rejects(deliver(sessionId, [a, stranger]), { code: 'no-signature-fits' });
    assert.equal(await deliver(sessionId, [d, c]), 2);
    await work(sessionId);
    const { state, counts } = await view(sessionId);
    assert.deepEqual([state, counts.signed], ['finished', 4]);
    const [act] = await school.rows<{ unused: number }>(
      'select unused_signatures as unused from signing_session where session_id = $1',
      [sessionId],
    );
    assert.equal(act?.unused, 2);
  });

  it('is nobody else’s, and is over when it is over', async () => {
    const sessionId = await begun(1);
    const signatures = await signedBy(token, sessionId);
    const colleague = school.homeroomTeacher(school.data.classes[1]?.code ?? '');
    await assert.rejects(deliver(sessionId, signatures, colleague), { code: 'not-permitted' });
    await deliver(sessionId, signatures);
    await work(sessionId);
    await assert.rejects(deliver(sessionId, signatures), { code: 'session-not-waiting' });
  });

  it('is refused for somebody else’s token and for what is no certificate', async () => {
    const colleague = school.homeroomTeacher(school.data.classes[1]?.code ?? '');
    await assert.rejects(linkToken(school.platform, colleague, linkOf(token)), { code: 'not-permitted' });
    const nonsense = { certificate: 'AAAA', chain: [] };
    await assert.rejects(linkToken(school.platform, teacher, nonsense), { code: 'token-certificate-unreadable' });
  });
});

function linkOf({ certificate, chain }: TestIdentity) {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return { certificate: base64(certificate), chain: chain.map(base64) };
}
