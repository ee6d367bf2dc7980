import type { Platform } from '../../platform/platform.ts';
import type { WorkItem, WorkOutcome } from '../../platform/work/work.ts';
import { awaitApproval, requestApproval } from './authorise-session.ts';
import { prepareItems } from './prepare-items.ts';
import { preparePdfs } from './prepare-pdfs.ts';
import { getSession, listItems, type SigningSession } from './session.store.ts';
import { isPdfSlot } from './session-slot.ts';
import { signChunk } from './sign-chunk.ts';

/** Moves one act of signing a step further. Everything it needs is in the database, so any process may take the next step. */
export async function advanceSession(platform: Platform, item: WorkItem): Promise<WorkOutcome> {
  const session = await platform.database.transaction(item, (tx) => getSession(tx, item.key));
  switch (session.state) {
    case 'preparing':
      return prepare(platform, session);
    case 'requesting':
      return requestApproval(platform, session);
    case 'awaitingApproval':
      return awaitApproval(platform, session);
    case 'signing':
      return signChunk(platform, session);
    case 'finished':
    case 'rejected':
    case 'failed':
    case 'cancelled':
      return 'done';
  }
}

/** The act of a seal may list both: XML first, later the PDFs made of it. */
async function prepare(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const { sessionId, slot } = session;
  if (slot === 'principalPdf') return preparePdfs(platform, session);
  if (slot !== 'organisationSeal') return prepareItems(platform, session);
  const [next] = await platform.database.transaction(session, (tx) =>
    listItems(tx, { sessionId, state: 'listed', limit: 1 }),
  );
  return next && isPdfSlot(next.slot) ? preparePdfs(platform, session) : prepareItems(platform, session);
}
