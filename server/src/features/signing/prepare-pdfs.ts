import type { YearSheet } from '@hocba/record';
import { type PreparedPades, preparePades } from '@hocba/signature';
import { nodeCrypto, nodePdfTools } from '@hocba/signature/node';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { getYearSheets, type StoredYearSheet } from '../carry-over/index.ts';
import { getSchool } from '../enrolment/index.ts';
import { keepPades } from './kept-pades.ts';
import { type OfferedPdf, offeredPdfs } from './pdf.store.ts';
import { beginAuthorisation } from './prepare-items.ts';
import { offeredWithoutSeal, prepareSealPlace } from './seal-place.ts';
import {
  getSession,
  listItems,
  type ReadyItem,
  type RefusedItem,
  refuseItems,
  type SigningSession,
  savePrepared,
} from './session.store.ts';
import { isPdfSlot, type PdfSlot } from './session-slot.ts';
import { algorithmFor } from './signature-algorithm.ts';

/** Each holds two files in memory while it is prepared. */
const CHUNK = 24;

/**
 * Makes the empty place for the principal's signature, or that of a seal on a token, in each PDF: files first, then the
 * rows that name them. A step cut off is done again; what it left in the file store is never named. @spec EN 319 142-1 5.3
 */
export async function preparePdfs(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const { sessionId } = session;
  const list = await platform.database.transaction(session, (tx) => loadNext(tx, session));
  if (list.items.length === 0)
    return platform.database.transaction(session, (tx) => beginAuthorisation(tx, platform, session));
  const signedAt = `${platform.clock.now().toISOString().slice(0, 19)}Z`;
  const ready: ReadyItem[] = [];
  const refused: RefusedItem[] = [];
  for (const { yearSheetId, slot } of list.items) {
    const sheet = list.sheets.get(yearSheetId);
    const offered = list.offered.get(yearSheetId);
    const problem = problemOf(sheet, slot, offered);
    if (problem !== undefined || !sheet || !offered) refused.push({ yearSheetId, slot, problem: problem ?? '' });
    else {
      const made = await prepareOne(platform, { ...list, sheet: sheet.content, slot, offered, session, signedAt });
      ready.push({ yearSheetId, slot, ...made });
    }
  }
  await platform.database.transaction(session, async (tx) => {
    // The act was opened again with another certificate meanwhile: what names this one is not kept.
    if (!(await getSession(tx, sessionId)).certificate.equals(session.certificate)) return;
    await savePrepared(tx, sessionId, ready);
    await refuseItems(tx, sessionId, refused);
  });
  return 'again';
}

async function loadNext(tx: Tx, session: SigningSession) {
  const listed = await listItems(tx, { sessionId: session.sessionId, state: 'listed', limit: CHUNK });
  const items = listed.flatMap(({ yearSheetId, slot }) => (isPdfSlot(slot) ? [{ yearSheetId, slot }] : []));
  const ids = items.map((item) => item.yearSheetId);
  const sheets = new Map((await getYearSheets(tx, ids)).map((sheet) => [sheet.yearSheetId, sheet]));
  const { name: schoolName } = await getSchool(tx, session.schoolId);
  return { items, sheets, offered: await offeredPdfs(tx, ids), schoolName };
}

function problemOf(
  sheet: StoredYearSheet | undefined,
  slot: PdfSlot,
  offered: OfferedPdf | undefined,
): string | undefined {
  if (!sheet || sheet.state === 'withdrawn') return 'Học bạ đã được rút để sửa; phiên bản mới cần ký lại.';
  if (!offered) return 'Chưa đến lượt: bản PDF được tạo sau khi văn thư đóng dấu của trường.';
  return offered.signatures[slot] ? 'Bản PDF này đã có chữ ký từ trước.' : undefined;
}

interface One {
  readonly sheet: YearSheet;
  readonly slot: PdfSlot;
  readonly offered: OfferedPdf;
  readonly session: SigningSession;
  readonly schoolName: string;
  readonly signedAt: string;
}

async function prepareOne(platform: Platform, one: One): Promise<Pick<ReadyItem, 'prepared' | 'digest'>> {
  const prepared = one.slot === 'sealPdf' ? await sealPlace(platform, one) : await principalPlace(platform, one);
  const pades = await keepPades(platform.files, prepared);
  return { prepared: { pades, signedAt: one.signedAt }, digest: prepared.toBeSignedDigest };
}

/** @throws Error when the principal's signature, which comes before, is not there: such PDFs are not listed. */
async function sealPlace(platform: Platform, one: One): Promise<PreparedPades> {
  const { sheet, offered, schoolName, signedAt: signingTime } = one;
  const { certificate, chain } = one.session;
  const pdf = await offeredWithoutSeal(platform.files, offered);
  if (!pdf) throw new Error('a PDF was listed for the seal before the principal signed it');
  const certified = offered.principalSigns;
  return prepareSealPlace({ pdf, sheet, schoolName, certificate, chain, signingTime, certified });
}

/** The principal certifies: afterwards nothing but the seal and evidence may be added. */
async function principalPlace(platform: Platform, { sheet, offered, session, signedAt }: One): Promise<PreparedPades> {
  const { certificate, chain, signatoryName } = session;
  return preparePades({
    pdf: await platform.files.get(offered.pdfDigest),
    tools: nodePdfTools,
    crypto: nodeCrypto,
    fieldName: 'HieuTruong',
    certify: { docMdp: 2 },
    signerName: signatoryName,
    reason: 'Phê duyệt học bạ số',
    location: sheet.placeOfIssue,
    signingTime: signedAt,
    certificate,
    chain,
    algorithm: algorithmFor(certificate),
  });
}
