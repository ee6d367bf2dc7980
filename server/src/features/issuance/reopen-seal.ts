import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import { getSchool } from '../enrolment/index.ts';
import {
  findCredential,
  getSession,
  judgeFitness,
  snapshotOf,
  unlockSeal,
  unprepareItems,
  updateSession,
} from '../signing/index.ts';
import { mayReopenSeal } from './issuance.policy.ts';

const SEAL_OPEN_MS = 30 * 60 * 1000;

/**
 * Opens the seal again for a list that was sealed but not wholly issued, e.g. after a long timestamp outage or with a
 * renewed certificate: what was prepared for the old one and not yet signed is prepared anew.
 */
export async function reopenSeal(
  platform: Platform,
  actor: Actor,
  of: { sessionId: string; sealPassword?: string },
): Promise<void> {
  permit(mayReopenSeal(actor));
  const { session, credential, schoolName } = await load(platform, actor, of.sessionId);
  const { certificate, chain } = credential;
  permit(await judgeFitness(platform, { certificate, chain, expectedName: schoolName, schoolName, forSeal: true }));
  const authorisation =
    credential.kind === 'pkcs12'
      ? unlockSeal(platform, { credential, sessionId: of.sessionId }, of.sealPassword)
      : null;
  await platform.database.transaction(actor, async (tx) => {
    const at = platform.clock.now();
    await unprepareItems(tx, of.sessionId);
    await updateSession(tx, of.sessionId, {
      authorisation,
      authorisedUntil: authorisation ? new Date(at.getTime() + SEAL_OPEN_MS) : null,
      ...snapshotOf(credential),
      problem: null,
      ...(session.state === 'finished' ? {} : { state: 'preparing' as const, finishedAt: null }),
    });
    await requestWork(tx, { kind: 'signingSession', schoolId: actor.schoolId, key: of.sessionId, dueAt: at });
    await requestWork(tx, { kind: 'issueRecords', schoolId: actor.schoolId, key: of.sessionId, dueAt: at });
    const subject = { kind: 'signingSession', id: of.sessionId };
    await writeAudit(tx, { schoolId: actor.schoolId, by: actor, at, action: 'reopenSeal', subject });
  });
}

async function load(platform: Platform, actor: Actor, sessionId: string) {
  return platform.database.transaction(actor, async (tx) => {
    const session = await getSession(tx, sessionId);
    const credential = await findCredential(tx, actor.schoolId, actor.schoolId);
    if (session.slot !== 'organisationSeal' || !credential) throw notASeal();
    return { session, credential, schoolName: (await getSchool(tx, actor.schoolId)).name };
  });
}

function notASeal(): AppError {
  return new AppError({
    code: 'not-a-seal-session',
    status: 409,
    sentence: 'Lượt ký này không phải lượt đóng dấu của trường.',
  });
}
