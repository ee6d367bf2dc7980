import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import { findCredential, getSession, unlockSeal, updateSession } from '../signing/index.ts';
import { mayReopenSeal } from './issuance.policy.ts';

const SEAL_OPEN_MS = 30 * 60 * 1000;

/** Opens the seal again for a list that was sealed but not wholly issued, e.g. after a long timestamp outage. */
export async function reopenSeal(
  platform: Platform,
  actor: Actor,
  of: { sessionId: string; sealPassword: string },
): Promise<void> {
  permit(mayReopenSeal(actor));
  await platform.database.transaction(actor, async (tx) => {
    const session = await getSession(tx, of.sessionId);
    const credential = await findCredential(tx, actor.schoolId, actor.schoolId);
    if (session.slot !== 'organisationSeal' || !credential) throw notASeal();
    const at = platform.clock.now();
    await updateSession(tx, of.sessionId, {
      authorisation: unlockSeal(platform, credential, of.sealPassword),
      authorisedUntil: new Date(at.getTime() + SEAL_OPEN_MS),
      problem: null,
      ...(session.state === 'failed' ? { state: 'signing' as const } : {}),
    });
    await requestWork(tx, { kind: 'signingSession', schoolId: actor.schoolId, key: of.sessionId, dueAt: at });
    await requestWork(tx, { kind: 'issueRecords', schoolId: actor.schoolId, key: of.sessionId, dueAt: at });
    const subject = { kind: 'signingSession', id: of.sessionId };
    await writeAudit(tx, { schoolId: actor.schoolId, by: actor, at, action: 'reopenSeal', subject });
  });
}

function notASeal(): AppError {
  return new AppError({
    code: 'not-a-seal-session',
    status: 409,
    sentence: 'Lượt kí này không phải lượt đóng dấu của trường.',
  });
}
