import type { RenderPool } from '@hocba/rendition';
import type { Platform } from '../../platform/platform.ts';
import { TimestampUnavailable } from '../../platform/timestamps/timestamp-client.ts';
import { inParallel } from '../../platform/work/in-parallel.ts';
import type { WorkItem, WorkOutcome } from '../../platform/work/work.ts';
import { getSession, hasSecondList, principalSignsPdf, refuseUnfitNow, type SigningSession } from '../signing/index.ts';
import { type IssuedRecord, listToIssue } from './issuance.store.ts';
import { issueInTwoLists } from './issue-in-two-lists.ts';
import { keepIssued } from './keep-issued.ts';
import { loadSigned } from './load-signed.ts';
import { offerEach } from './offer-pdfs.ts';
import { closeSeal, openSeal, sealClosed } from './open-seal.ts';
import { type PdfSeal, sealPdf } from './seal-pdf.ts';
import type { SignedSheet } from './signed-sheet.ts';
import { unsealedPdf } from './unsealed-pdf.ts';

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
  const { session, ids, twoLists } = await platform.database.transaction(item, async (tx) => ({
    session: await getSession(tx, item.key),
    ids: await listToIssue(tx, item.key, CHUNK),
    twoLists: await hasSecondList(tx, item.key),
  }));
  if (session.slot !== 'organisationSeal') return 'done';
  if (session.credentialKind === 'token' || twoLists) return issueInTwoLists(platform, { pool, session });
  if (ids.length === 0) return closeSeal(platform, session);
  const work = await platform.database.transaction(item, (tx) => loadSigned(tx, ids));
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

/** What the principal signs as well is rendered now and handed over. */
async function offerToPrincipal(
  platform: Platform,
  means: { pool: RenderPool; session: SigningSession },
  sheets: readonly SignedSheet[],
): Promise<WorkOutcome> {
  const { count, failures } = await offerEach(platform, means, sheets);
  if (failures.length > 0) await keepIssued(platform, means.session, { records: [], failures });
  return count < sheets.length ? { afterMs: OUTAGE_MS, problem: 'PDFs are missing' } : 'again';
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
    const certified = signed.offered?.principalSigns === true;
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
