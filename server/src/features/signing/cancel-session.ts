import type { Actor } from '../../platform/actor.ts';
import { AppError, permit, refused } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { countItems, getSession, updateSession } from './session.store.ts';
import { wipedAuthorisation } from './wiped-authorisation.ts';

/** The signatory ends an act that still runs: what is signed stays signed, the authorisation is wiped. */
export async function cancelSession(platform: Platform, actor: Actor, sessionId: string): Promise<void> {
  await platform.database.transaction(actor, async (tx) => {
    const session = await getSession(tx, sessionId);
    if (session.accountId !== actor.accountId) permit(refused('Chỉ người đã mở lượt ký này được dừng nó.'));
    if (['finished', 'rejected', 'failed', 'cancelled'].includes(session.state)) throw ended();
    const at = platform.clock.now();
    const problem = 'Người ký đã dừng lượt ký này. Các học bạ đã ký vẫn giữ chữ ký.';
    const wiped = wipedAuthorisation(session, await countItems(tx, sessionId));
    await updateSession(tx, sessionId, { state: 'cancelled', problem, finishedAt: at, ...wiped });
    const subject = { kind: 'signingSession', id: sessionId };
    await writeAudit(tx, { schoolId: actor.schoolId, by: actor, at, action: 'cancelSigningSession', subject });
  });
}

function ended(): AppError {
  return new AppError({ code: 'session-ended', status: 409, sentence: 'Lượt ký này đã kết thúc.' });
}
