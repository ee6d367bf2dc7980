import type { RenderPool } from '@hocba/rendition';
import { writeAuditEntries } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { TimestampUnavailable } from '../../platform/timestamps/timestamp-client.ts';
import { inParallel } from '../../platform/work/in-parallel.ts';
import type { WorkItem, WorkOutcome } from '../../platform/work/work.ts';
import { getYearSheets, moveYearSheets } from '../carry-over/index.ts';
import { getSchool } from '../enrolment/index.ts';
import {
  countWaitingForPrincipal,
  getSession,
  offeredPdfs,
  principalSignsPdf,
  refuseUnfitNow,
  type SigningSession,
  sealKeyPurpose,
  signaturesOf,
  updateSession,
} from '../signing/index.ts';
import { countNotIssued, type IssuedRecord, insertIssued, listToIssue } from './issuance.store.ts';
import { type PdfSeal, sealPdf } from './seal-pdf.ts';
import type { SignedSheet } from './signed-sheet.ts';
import { offerToPrincipal, unsealedPdf } from './unsealed-pdf.ts';

/** Documents of one step; a crash does that many again at most. */
const CHUNK = 64;
/** More than the renderers can take, fewer than would fill the memory with PDFs. */
const AT_ONCE = 8;
const OUTAGE_MS = 2000;

/**
 * Issues what a session sealed: XML with all signatures, the PDF made of it and sealed, both on disk before the one
 * transaction that makes them the record. Run again after a crash it goes on with what is not issued.
 */
export async function issueRecords(platform: Platform, pool: RenderPool, item: WorkItem): Promise<WorkOutcome> {
  const session = await platform.database.transaction(item, (tx) => getSession(tx, item.key));
  if (session.slot !== 'organisationSeal') return 'done';
  const ids = await platform.database.transaction(item, (tx) => listToIssue(tx, item.key, CHUNK));
  if (ids.length === 0) return closeSeal(platform, session);
  const work = await loadSigned(platform, item, ids);
  const toOffer = work.filter(
    (each) => each.offered === undefined && principalSignsPdf(platform.profile, each.sheet.content),
  );
  if (toOffer.length > 0) return offerToPrincipal(platform, { pool, session }, toOffer);
  const seal = await openSeal(platform, session);
  if (!seal) return sealClosed(platform, session);
  const unfit = await refuseUnfitNow(platform, session);
  if (unfit) return unfit;
  const results = await inParallel(work, AT_ONCE, (each) => issueOne(platform, { pool, seal, session }, each));
  const records = results.flatMap((result) => ('record' in result ? [result.record] : []));
  const failures = results.flatMap((result) => ('failed' in result ? [result.failed] : []));
  await keepIssued(platform, session, { records, failures });
  if (failures.length > 0) return { afterMs: OUTAGE_MS, problem: 'documents could not be issued' };
  return records.length < results.length ? { afterMs: OUTAGE_MS, problem: 'timestamps are missing' } : 'again';
}

async function loadSigned(platform: Platform, item: WorkItem, ids: readonly string[]): Promise<SignedSheet[]> {
  return platform.database.transaction(item, async (tx) => {
    const signatures = await signaturesOf(tx, ids);
    const sheets = await getYearSheets(tx, ids);
    const offered = await offeredPdfs(tx, ids);
    return sheets.map((sheet) => ({
      sheet,
      signatures: signatures.get(sheet.yearSheetId) ?? [],
      offered: offered.get(sheet.yearSheetId),
    }));
  });
}

interface Means {
  readonly pool: RenderPool;
  readonly seal: PdfSeal;
  readonly session: SigningSession;
}

/** A document that fails is told of by its pupil's name; the others go on. */
type Result = { readonly record: IssuedRecord } | { readonly waiting: true } | { readonly failed: string };

async function issueOne(platform: Platform, means: Means, signed: SignedSheet): Promise<Result> {
  const { sheet } = signed;
  try {
    const unsealed = await unsealedPdf(platform, means.pool, signed);
    if (!unsealed) return { waiting: true };
    const at = platform.clock.now();
    const certified = signed.offered !== undefined;
    const pdf = await sealPdf(unsealed.pdf, means.seal, { sheet: sheet.content, at, certified });
    const record = {
      yearSheetId: sheet.yearSheetId,
      schoolId: sheet.schoolId,
      sessionId: means.session.sessionId,
      xmlDigest: await unsealed.xmlDigest(),
      pdfDigest: await platform.files.put(pdf),
      xmlBytes: unsealed.xmlBytes,
      pdfBytes: pdf.length,
      issuedAt: at,
    };
    return { record };
  } catch (error) {
    if (error instanceof TimestampUnavailable) return { waiting: true };
    platform.log.error({ err: error, yearSheetId: sheet.yearSheetId }, 'a record could not be issued');
    return { failed: sheet.content.student.fullName };
  }
}

interface Issued {
  readonly records: readonly IssuedRecord[];
  /** Names of pupils whose record could not be made. */
  readonly failures: readonly string[];
}

/** The move is guarded by the state it starts from: a sheet withdrawn or issued meanwhile is left alone. */
async function keepIssued(platform: Platform, session: SigningSession, { records, failures }: Issued): Promise<void> {
  await platform.database.transaction(session, async (tx) => {
    const yearSheetIds = records.map((record) => record.yearSheetId);
    const moved = new Set(await moveYearSheets(tx, { yearSheetIds, from: ['signedByPrincipal'], to: 'issued' }));
    const kept = records.filter((record) => moved.has(record.yearSheetId));
    await insertIssued(tx, kept);
    const problem = failures.length === 0 ? null : failureSentence(failures);
    if (problem !== session.problem) await updateSession(tx, session.sessionId, { problem });
    await writeAuditEntries(
      tx,
      kept.map(({ yearSheetId, xmlDigest, pdfDigest, issuedAt }) => ({
        schoolId: session.schoolId,
        by: session.signatoryName,
        at: issuedAt,
        action: 'issue',
        subject: { kind: 'yearSheet', id: yearSheetId },
        details: { xmlDigest, pdfDigest },
      })),
    );
  });
}

function failureSentence(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  const more = names.length > 5 ? ` và ${names.length - 5} học sinh khác` : '';
  return `Chưa phát hành được học bạ của ${shown}${more}; hệ thống tự thử lại, các học bạ khác không bị ảnh hưởng. Nếu kéo dài, hãy báo quản trị hệ thống.`;
}

/** The act's own key and certificate, still open for its list; undefined when its time is over. */
async function openSeal(platform: Platform, session: SigningSession): Promise<PdfSeal | undefined> {
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
async function closeSeal(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
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
async function sealClosed(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  if (session.problem !== CLOSED || session.authorisation !== null) {
    await platform.database.transaction(session, (tx) =>
      updateSession(tx, session.sessionId, { authorisation: null, authorisedUntil: null, problem: CLOSED }),
    );
  }
  return { afterMs: 5000, problem: 'the seal is closed; the seal clerk has to open it again' };
}
