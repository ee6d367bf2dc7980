import type { RenderPool } from '@hocba/rendition';
import type { Platform } from '../../platform/platform.ts';
import { inParallel } from '../../platform/work/in-parallel.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { getYearSheets } from '../carry-over/index.ts';
import { filledIn, listForSeal, type SigningSession, updateSession } from '../signing/index.ts';
import type { IssuedRecord } from './issuance.store.ts';
import { keepIssued } from './keep-issued.ts';
import { loadSigned } from './load-signed.ts';
import { offerEach } from './offer-pdfs.ts';
import { sealClosed } from './open-seal.ts';
import { listOnTheWay, type OnTheWay } from './second-list.store.ts';
import type { SignedSheet } from './signed-sheet.ts';

/** Documents of one step; a crash does that many again at most. */
const CHUNK = 64;
const AT_ONCE = 8;
const OUTAGE_MS = 2000;

interface Means {
  readonly pool: RenderPool;
  readonly session: SigningSession;
}

/**
 * Issues what a seal on a token sealed. The server cannot seal the PDFs by itself: it renders them, makes them the
 * act's second list, and issues each when the seal's signature on it has its timestamp. Everything is found in state,
 * so a step cut off is done again and the second list waits as long as it must.
 */
export async function issueInTwoLists(platform: Platform, means: Means): Promise<WorkOutcome> {
  const { session } = means;
  const onTheWay = await platform.database.transaction(session, (tx) => listOnTheWay(tx, session.sessionId));
  const issued = await issueSealed(platform, session, idsAt(onTheWay, 'pdfSealed').slice(0, CHUNK));
  if (issued.count > 0) return 'again';
  const offered = await renderNext(platform, means, idsAt(onTheWay, 'xmlSealed').slice(0, CHUNK));
  if (offered.count > 0) return 'again';
  const ready = idsAt(onTheWay, 'rendered');
  // One list, not several: what still lacks its timestamp asks for this again when it has it.
  if (ready.length > 0 && idsAt(onTheWay, 'unstamped').length === 0) {
    const listed = await makeSecondList(platform, session, ready);
    if (listed) return listed;
  }
  const failures = [...issued.failures, ...offered.failures];
  if (failures.length > 0) return tellFailures(platform, session, failures);
  return onTheWay.length === 0 ? wipeKey(platform, session) : 'done';
}

function idsAt(onTheWay: readonly OnTheWay[], stage: OnTheWay['stage']): string[] {
  return onTheWay.filter((each) => each.stage === stage).map(({ yearSheetId }) => yearSheetId);
}

interface Step {
  readonly count: number;
  readonly failures: readonly string[];
}

async function issueSealed(platform: Platform, session: SigningSession, ids: readonly string[]): Promise<Step> {
  if (ids.length === 0) return { count: 0, failures: [] };
  const sheets = await platform.database.transaction(session, (tx) => loadSigned(tx, ids));
  const results = await inParallel(sheets, AT_ONCE, (signed) => issueOne(platform, session, signed));
  const records = results.filter((result) => typeof result !== 'string');
  const failures = results.filter((result) => typeof result === 'string');
  if (records.length > 0) await keepIssued(platform, session, { records, failures });
  return { count: records.length, failures };
}

/** The record, or the pupil's name where it could not be made. */
async function issueOne(
  platform: Platform,
  { sessionId }: SigningSession,
  { sheet, offered }: SignedSheet,
): Promise<IssuedRecord | string> {
  const { yearSheetId, schoolId, content } = sheet;
  try {
    const pdf = await filledIn(platform.files, offered?.signatures.sealPdf);
    if (!offered || !pdf) throw new Error('the seal’s signature on the PDF is gone');
    const { xmlDigest, xmlBytes } = offered;
    const pdfDigest = await platform.files.put(pdf);
    const issuedAt = platform.clock.now();
    return { yearSheetId, schoolId, sessionId, xmlDigest, pdfDigest, xmlBytes, pdfBytes: pdf.length, issuedAt };
  } catch (error) {
    platform.log.error({ err: error, yearSheetId }, 'a record could not be issued');
    return content.student.fullName;
  }
}

async function renderNext(platform: Platform, means: Means, ids: readonly string[]): Promise<Step> {
  if (ids.length === 0) return { count: 0, failures: [] };
  return offerEach(platform, means, await platform.database.transaction(means.session, (tx) => loadSigned(tx, ids)));
}

/** One list of all that is ready. After the act was opened again with a key file, the file's key has to be open. */
async function makeSecondList(
  platform: Platform,
  session: SigningSession,
  ids: readonly string[],
): Promise<WorkOutcome | undefined> {
  const { credentialKind, authorisedUntil } = session;
  if (credentialKind !== 'token' && !(authorisedUntil && authorisedUntil > platform.clock.now()))
    return sealClosed(platform, session);
  await platform.database.transaction(session, async (tx) =>
    listForSeal(tx, platform, { session, sheets: await getYearSheets(tx, ids) }),
  );
  return undefined;
}

async function tellFailures(
  platform: Platform,
  session: SigningSession,
  failures: readonly string[],
): Promise<WorkOutcome> {
  await keepIssued(platform, session, { records: [], failures });
  return { afterMs: OUTAGE_MS, problem: 'documents could not be issued' };
}

async function wipeKey(platform: Platform, { sessionId, schoolId, authorisation }: SigningSession): Promise<'done'> {
  if (authorisation === null) return 'done';
  await platform.database.transaction({ schoolId }, (tx) =>
    updateSession(tx, sessionId, { authorisation: null, authorisedUntil: null }),
  );
  return 'done';
}
