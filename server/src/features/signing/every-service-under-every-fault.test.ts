import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { parseCertificate } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { carryOverClass, releaseClass } from '../../../testing/acts.ts';
import { type ConnectedService, cscV2, rasV1, smartSigning } from '../../../testing/connected-services.ts';
import { type SigningInstall, signingInstall } from '../../../testing/signing-install.ts';
import type { Actor } from '../../platform/actor.ts';
import { advanceSession } from './advance-session.ts';
import { readSession } from './read-signing.ts';
import { startSession } from './start-session.ts';

const faults: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'no fault': {},
  'latency 200 ms': { latencyMs: 200 },
  'partial list': { partialList: 2 },
  'wrong order': { wrongOrder: 2 },
  'wrong key': { wrongKey: 2 },
  duplicate: { duplicate: 2 },
  '429 and 503': { tooManyRequests: 1, unavailable: 1 },
  'cut after asking': { cutAfterAsking: 2 },
  'cut after signing': { cutAfterSigning: 2 },
  'approval expires': { sadSeconds: 2, latencyMs: 900, partialList: 3 },
};
const SHEETS = 2;

/** A line of the table the test prints. */
interface Outcome {
  readonly signed: number;
  readonly doubled: number;
  readonly unused: number;
  readonly asked: readonly number[];
}

/** The service withheld a signature until its authorisation was over: under the next one it made another. */
const MAY_DOUBLE = 'approval expires';

describe('every document is signed once, whatever the service does', { concurrency: true }, () => {
  let school: SigningInstall;

  before(async () => {
    school = await signingInstall();
    await school.load(school.data);
    await school.confirmPositions();
  });
  after(() => school?.end());

  for (const [index, connect] of [cscV2, rasV1, smartSigning].entries()) {
    describe(connect.name, { concurrency: 1 }, () => {
      let service: ConnectedService;
      let teacher: Actor;
      let sheets: string[];

      before(async () => {
        const classId = school.data.classes[index]?.code ?? '';
        teacher = school.homeroomTeacher(classId);
        sheets = await sheetsToSign(school, classId);
        service = await connect(school);
        await service.link(teacher);
      });
      after(() => service?.close());

      for (const [fault, switches] of Object.entries(faults)) {
        it(fault, async (t) => {
          await service.misbehave(switches);
          const outcome = await signUntilDone(school, { service, teacher, sheets: sheets.splice(0, SHEETS) });
          await service.misbehave({});
          assert.equal(outcome.signed, SHEETS);
          assert.equal(outcome.asked[0], SHEETS);
          assert.ok(outcome.doubled === 0 || fault === MAY_DOUBLE, `doubled ${outcome.doubled}`);
          t.diagnostic(`${service.name} | ${fault} | ${JSON.stringify(outcome)}`);
        });
      }

      it('each signature stands once and verifies under its certificate', async () => {
        const signatures = await school.rows<SignatureRow>(
          `select prepared, value from signature join signing_session using (session_id) where staff_id = $1`,
          [teacher.staffId],
        );
        assert.equal(signatures.length, Object.keys(faults).length * SHEETS);
        assert.equal(await countUnverified(signatures), 0);
      });
    });
  }
});

async function sheetsToSign(school: SigningInstall, classId: string): Promise<string[]> {
  await releaseClass(school.platform, school.vicePrincipal, school.of(classId));
  await carryOverClass(school.platform, school.vicePrincipal, school.of(classId));
  const rows = await school.rows<{ year_sheet_id: string }>(
    'select year_sheet_id from year_sheet where class_id = $1 order by year_sheet_id',
    [classId],
  );
  return rows.map((row) => row.year_sheet_id);
}

interface ActOf {
  readonly service: ConnectedService;
  readonly teacher: Actor;
  readonly sheets: readonly string[];
}

/** What the worker does, with somebody at the phone; pauses are kept short. */
async function signUntilDone(school: SigningInstall, { service, teacher, sheets }: ActOf): Promise<Outcome> {
  const before = doublesAmong(await service.timesSigned());
  const { platform, schoolId } = school;
  const sessionId = await startSession(platform, teacher, { slot: 'homeroomTeacher', yearSheetIds: sheets });
  const asked: number[] = [];
  for (let steps = 0; steps < 300; steps += 1) {
    const outcome = await advanceSession(platform, { kind: 'signingSession', schoolId, key: sessionId, attempts: 0 });
    if (outcome === 'done') break;
    if (outcome === 'again') continue;
    asked.push(...(await service.approve(teacher)));
    await wait(Math.min(outcome.afterMs, 50));
  }
  const { state, counts, problem } = await readSession(platform, teacher, sessionId);
  assert.equal(state, 'finished', problem ?? '');
  const [row] = await school.rows<{ unused: number }>(
    'select unused_signatures as unused from signing_session where session_id = $1',
    [sessionId],
  );
  return {
    signed: counts.signed,
    doubled: doublesAmong(await service.timesSigned()) - before,
    unused: row?.unused ?? 0,
    asked,
  };
}

interface SignatureRow {
  readonly prepared: { signedInfo: string; certificates: string[] };
  readonly value: Buffer;
}

/** Signatures beyond the first of a digest. */
function doublesAmong(timesSigned: readonly number[]): number {
  return timesSigned.reduce((sum, times) => sum + times - 1, 0);
}

async function countUnverified(signatures: readonly SignatureRow[]): Promise<number> {
  let bad = 0;
  for (const { prepared, value } of signatures) {
    const { spki } = parseCertificate(Buffer.from(prepared.certificates[0] ?? '', 'base64'));
    const data = new TextEncoder().encode(prepared.signedInfo);
    if (!(await nodeCrypto.verify({ algorithm: 'ecdsa-sha256', publicKey: spki, data, signature: value }))) bad += 1;
  }
  return bad;
}
