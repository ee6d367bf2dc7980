import { writeAudit } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork, type WorkOutcome } from '../../platform/work/work.ts';
import { countItems, type SigningSession, updateUnlessStopped } from './session.store.ts';
import { wipedAuthorisation } from './wiped-authorisation.ts';

/** Nothing left to sign. A remote authorisation is wiped at once; the seal's key serves the PDF seals of the same list first. */
export async function finishSession(tx: Tx, platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const { sessionId, schoolId, slot } = session;
  const at = platform.clock.now();
  const counts = await countItems(tx, sessionId);
  const wiped = wipedAuthorisation(session, counts);
  const finished = { state: 'finished', problem: null, finishedAt: at, ...wiped } as const;
  if (!(await updateUnlessStopped(tx, sessionId, finished))) return 'done';
  await writeAudit(tx, {
    schoolId,
    by: session.signatoryName,
    at,
    action: 'finishSigningSession',
    subject: { kind: 'signingSession', id: sessionId },
    details: counts,
  });
  // Only now is the whole list sealed: PDFs for a seal on a token become its second list.
  if (slot === 'organisationSeal') await requestWork(tx, { kind: 'issueRecords', schoolId, key: sessionId, dueAt: at });
  return 'done';
}
