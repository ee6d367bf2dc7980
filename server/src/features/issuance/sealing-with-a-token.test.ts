import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { TestIdentity } from '../../../../simulators/certificate-authority/authority.ts';
import { writePkcs12 } from '../../../../simulators/certificate-authority/write-pkcs12.ts';
import { judgeByPdfsig } from '../../../../tests/judges/pdf-judges.ts';
import {
  cancelSession,
  carryOverClass,
  deliverSignatures,
  linkSealToken,
  readSession,
  readToSign,
  registerSeal,
  releaseClass,
  type SessionSlot,
  startSession,
} from '../../../testing/acts.ts';
import { type SigningInstall, signingInstall } from '../../../testing/signing-install.ts';
import type { Actor } from '../../platform/actor.ts';
import type { WorkHandler, WorkItem } from '../../platform/work/work.ts';
import type { Profile } from '../../profile.ts';
import { signing } from '../signing/index.ts';
import { issuance } from './index.ts';
import { reopenSeal } from './reopen-seal.ts';

describe('a seal whose key is on a USB token', () => {
  let school: SigningInstall;
  let clerk: Actor;
  let teacher: Actor;
  let token: TestIdentity;
  let handlers: Readonly<Record<string, WorkHandler>>;
  let sheets: string[];

  before(async () => {
    school = await signingInstall();
    await school.load(school.data);
    await school.confirmPositions();
    const { platform, vicePrincipal, data } = school;
    Object.assign(platform, { config: { lookupBaseUrl: 'https://tracuu.example/h/' } });
    const classId = data.classes[0]?.code ?? '';
    teacher = school.homeroomTeacher(classId);
    clerk = {
      ...school.principal,
      accountId: randomUUID(),
      staffId: 'VT',
      fullName: 'Văn thư',
      positions: ['sealClerk'],
    };
    handlers = { ...signing.work?.(platform), ...issuance.work?.(platform) };
    await releaseClass(platform, vicePrincipal, school.of(classId));
    await carryOverClass(platform, vicePrincipal, school.of(classId));
    const rows = await school.rows<{ id: string }>('select year_sheet_id as id from year_sheet order by 1 limit 8');
    sheets = rows.map(({ id }) => id);
    await school.registerCredential(teacher, 'teacher');
    await school.registerCredential(school.principal, 'principal');
    await act(teacher, 'homeroomTeacher', sheets);
    await act(school.principal, 'principal', sheets);
    token = school.sealIdentity();
    await linkSealToken(platform, clerk, linkOf(token));
  });
  after(() => school?.end());

  /** Steps all work until everybody waits for somebody. */
  async function work(): Promise<void> {
    for (let step = 0; step < 200; step += 1) {
      const due = await school.rows<WorkItem & { requests: number }>(
        `select kind, school_id as "schoolId", key, attempts, requests from pending_work where kind = any($1)`,
        [Object.keys(handlers)],
      );
      const outcomes = await Promise.all(due.map((item) => handlers[item.kind]?.(item)));
      for (const [index, { kind, key, requests }] of due.entries()) {
        if (outcomes[index] !== 'done') continue;
        const done = 'delete from pending_work where kind = $1 and key = $2 and requests = $3';
        await school.rows(done, [kind, key, requests]);
      }
      const left = await school.rows('select 1 from pending_work where kind = any($1)', [Object.keys(handlers)]);
      if (left.length === 0) return;
    }
    throw new Error('work does not come to rest');
  }

  async function act(by: Actor, slot: SessionSlot, yearSheetIds: readonly string[]): Promise<string> {
    const sessionId = await startSession(school.platform, by, { slot, yearSheetIds });
    await work();
    return sessionId;
  }

  const view = (sessionId: string) => readSession(school.platform, clerk, sessionId);

  /** What the token signs of the list that waits, delivered; whether it was made of what the act had signed before. */
  async function signList(sessionId: string, by = token): Promise<boolean[]> {
    const { documents } = await readToSign(school.platform, clerk, sessionId);
    const made = await by.signer.signDigests(documents.map(({ digest }) => Buffer.from(digest, 'base64')));
    const signatures = made.map((each) => Buffer.from(each).toString('base64'));
    assert.equal(await deliverSignatures(school.platform, clerk, { sessionId, signatures }), documents.length);
    await work();
    return documents.map(({ follows }) => follows !== undefined);
  }

  async function fieldsOf(yearSheetId: string) {
    const [issued] = await school.rows<{ pdf: string }>(
      'select pdf_digest as pdf from issued_record where year_sheet_id = $1',
      [yearSheetId],
    );
    const verdicts = judgeByPdfsig(await school.platform.files.get(issued?.pdf ?? ''));
    return verdicts.map(({ field, valid, wholeFile }) => ({ field, valid, wholeFile }));
  }
  const sealed = { field: 'ConDauSo', valid: true, wholeFile: true };

  it('signs the XML, then the PDFs made of it, and every record is issued', async () => {
    const list = sheets.splice(0, 2);
    const sessionId = await act(clerk, 'organisationSeal', list);
    assert.deepEqual(await signList(sessionId), [false, false]);
    const between = await view(sessionId);
    assert.deepEqual([between.state, between.counts.signed, between.counts.issued], ['awaitingApproval', 2, 0]);
    assert.equal(between.secondList?.prepared, 2);
    assert.deepEqual(await signList(sessionId), [true, true]);
    const { state, counts, secondList } = await view(sessionId);
    assert.deepEqual([state, counts.issued, secondList?.timestamped], ['finished', 2, 2]);
    for (const id of list) assert.deepEqual(await fieldsOf(id), [sealed]);
  });

  it('seals a PDF only after the principal where the profile asks for both', async () => {
    const list = sheets.splice(0, 2);
    const usual = school.platform.profile;
    Object.assign(school.platform, { profile: bothSign(usual) });
    const sessionId = await act(clerk, 'organisationSeal', list);
    await signList(sessionId);
    const waiting = await view(sessionId);
    assert.deepEqual([waiting.state, waiting.counts.waitingForPrincipal], ['finished', 2]);
    await act(school.principal, 'principalPdf', list.slice(0, 1));
    assert.deepEqual(await signList(sessionId), [true]);
    await act(school.principal, 'principalPdf', list.slice(1));
    assert.deepEqual(await signList(sessionId), [true]);
    Object.assign(school.platform, { profile: usual });
    assert.equal((await view(sessionId)).counts.issued, 2);
    const certified = { field: 'HieuTruong', valid: true, wholeFile: false };
    for (const id of list) assert.deepEqual(await fieldsOf(id), [certified, sealed]);
  });

  it('goes on with a new token after the act was stopped between the lists; the old one is refused', async () => {
    const list = sheets.splice(0, 2);
    const sessionId = await act(clerk, 'organisationSeal', list);
    await signList(sessionId);
    await cancelSession(school.platform, clerk, sessionId);
    await work();
    assert.equal((await view(sessionId)).counts.issued, 0);
    const renewed = school.sealIdentity();
    await linkSealToken(school.platform, clerk, linkOf(renewed));
    await reopenSeal(school.platform, clerk, { sessionId });
    await work();
    await assert.rejects(signList(sessionId, token), { code: 'no-signature-fits' });
    assert.deepEqual(await signList(sessionId, renewed), [true, true]);
    assert.deepEqual([(await view(sessionId)).counts.issued, await fieldsOf(list[0] ?? '')], [2, [sealed]]);
    token = renewed;
  });

  it('is finished with a key file when the school has one now', async () => {
    const list = sheets.splice(0, 1);
    const sessionId = await act(clerk, 'organisationSeal', list);
    await signList(sessionId);
    const { privateKeyPkcs8, certificate, chain } = school.sealIdentity();
    const password = 'mật khẩu';
    const file = writePkcs12({ privateKeyPkcs8, certificate, chain, friendlyName: 'Con dấu' }, password);
    await registerSeal(school.platform, clerk, { file, password });
    await reopenSeal(school.platform, clerk, { sessionId, sealPassword: password });
    await work();
    assert.deepEqual([(await view(sessionId)).counts.issued, await fieldsOf(list[0] ?? '')], [1, [sealed]]);
    const keys = await school.rows('select 1 from signing_session where authorisation is not null and slot = $1', [
      'organisationSeal',
    ]);
    assert.deepEqual(keys, []);
    await linkSealToken(school.platform, clerk, linkOf(token));
  });

  it('leaves alone a sheet that was issued already, whatever runs again', async () => {
    const before = await school.rows('select year_sheet_id, pdf_digest from issued_record order by 1');
    const sessions = await school.rows<{ key: string }>(
      `select session_id as key from signing_session where slot = 'organisationSeal'`,
    );
    for (const { key } of sessions) {
      const item = { schoolId: school.schoolId, key, attempts: 0 };
      for (const kind of ['signingSession', 'timestampSignatures', 'timestampPdfSignatures', 'issueRecords'])
        await handlers[kind]?.({ kind, ...item });
    }
    await work();
    assert.deepEqual(await school.rows('select year_sheet_id, pdf_digest from issued_record order by 1'), before);
  });

  it('is registered by the seal clerk only, and only under the school’s name', async () => {
    await assert.rejects(linkSealToken(school.platform, teacher, linkOf(token)), { code: 'not-permitted' });
    const personal = linkOf(school.identityFor(teacher));
    await assert.rejects(linkSealToken(school.platform, clerk, personal), { code: 'not-permitted' });
  });
});

function linkOf({ certificate, chain }: TestIdentity) {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return { certificate: base64(certificate), chain: chain.map(base64) };
}

function bothSign(profile: Profile): Profile {
  return { ...profile, pdfSignatures: [{ value: 'principalAndSeal', from: '2000-01-01', source: 'test' }] };
}
