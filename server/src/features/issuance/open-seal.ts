import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { getSchool } from '../enrolment/index.ts';
import { countWaitingForPrincipal, type SigningSession, sealKeyPurpose, updateSession } from '../signing/index.ts';
import { countNotIssued } from './issuance.store.ts';
import type { PdfSeal } from './seal-pdf.ts';

/** The act's own key and certificate, still open for its list; undefined when its time is over. */
export async function openSeal(platform: Platform, session: SigningSession): Promise<PdfSeal | undefined> {
  const { authorisation, authorisedUntil, schoolId, certificate, chain } = session;
  if (!authorisation || !authorisedUntil || authorisedUntil <= platform.clock.now()) return undefined;
  const { name } = await platform.database.transaction(session, (tx) => getSchool(tx, schoolId));
  return {
    certificate,
    chain,
    privateKeyPkcs8: platform.secrets.open(authorisation, sealKeyPurpose(session.sessionId)),
    schoolName: name,
    timestamps: platform.timestamps,
  };
}

/** When the whole list is issued the seal's key is wiped; while only the principal is missing it waits until its time is over. */
export async function closeSeal(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  return platform.database.transaction(session, async (tx) => {
    const { sessionId, state, authorisedUntil } = session;
    const open = state === 'signing' || state === 'preparing';
    const waiting = await countWaitingForPrincipal(tx, sessionId);
    if (open || (await countNotIssued(tx, sessionId)) > waiting) return { afterMs: 1000 };
    const openMs = (authorisedUntil?.getTime() ?? 0) - platform.clock.now().getTime();
    if (waiting > 0 && openMs > 0) return { afterMs: openMs };
    await updateSession(tx, sessionId, { authorisation: null, authorisedUntil: null });
    return 'done';
  });
}

const CLOSED = 'Con dấu đã đóng khi còn học bạ chưa phát hành. Văn thư hãy mở lại con dấu của lượt này.';

/** A key whose time is over is wiped; the clerk's screen says what to do. */
export async function sealClosed(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  if (session.problem !== CLOSED || session.authorisation !== null) {
    await platform.database.transaction(session, (tx) =>
      updateSession(tx, session.sessionId, { authorisation: null, authorisedUntil: null, problem: CLOSED }),
    );
  }
  return { afterMs: 5000, problem: 'the seal is closed; the seal clerk has to open it again' };
}
