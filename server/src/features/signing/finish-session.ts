import { writeAudit } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { countItems, type SigningSession, updateSession } from './session.store.ts';
import { wipedAuthorisation } from './wiped-authorisation.ts';

/** Nothing left to sign. A remote authorisation is wiped at once; the seal's key serves the PDF seals of the same list first. */
export async function finishSession(tx: Tx, platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const at = platform.clock.now();
  const counts = await countItems(tx, session.sessionId);
  const wiped = wipedAuthorisation(session, counts);
  await updateSession(tx, session.sessionId, { state: 'finished', problem: null, finishedAt: at, ...wiped });
  await writeAudit(tx, {
    schoolId: session.schoolId,
    by: session.signatoryName,
    at,
    action: 'finishSigningSession',
    subject: { kind: 'signingSession', id: session.sessionId },
    details: counts,
  });
  return 'done';
}
