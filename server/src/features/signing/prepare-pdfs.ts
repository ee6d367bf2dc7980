import type { YearSheet } from '@hocba/record';
import { preparePades } from '@hocba/signature';
import { nodeCrypto, nodePdfTools } from '@hocba/signature/node';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { getYearSheets, type StoredYearSheet } from '../carry-over/index.ts';
import { keepPades } from './kept-pades.ts';
import { type OfferedPdf, offeredPdfs } from './pdf.store.ts';
import { beginAuthorisation } from './prepare-items.ts';
import {
  listItems,
  type ReadyItem,
  type RefusedItem,
  refuseItems,
  type SigningSession,
  savePrepared,
} from './session.store.ts';
import { algorithmFor } from './signature-algorithm.ts';

/** Each holds two files in memory while it is prepared. */
const CHUNK = 24;

/**
 * Makes the empty place for the principal's signature in each PDF: files first, then the rows that name them. A step cut
 * off is done again; what it left in the file store is never named. @spec EN 319 142-1 5.3
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
    const problem = problemOf(sheet, offered);
    if (problem !== undefined || !sheet || !offered) refused.push({ yearSheetId, slot, problem: problem ?? '' });
    else {
      const made = await prepareOne(platform, { ...list, sheet: sheet.content, offered, signedAt });
      ready.push({ yearSheetId, slot, ...made });
    }
  }
  await platform.database.transaction(session, async (tx) => {
    await savePrepared(tx, sessionId, ready);
    await refuseItems(tx, sessionId, refused);
  });
  return 'again';
}

async function loadNext(tx: Tx, session: SigningSession) {
  const items = await listItems(tx, { sessionId: session.sessionId, state: 'listed', limit: CHUNK });
  const ids = items.map((item) => item.yearSheetId);
  const sheets = new Map((await getYearSheets(tx, ids)).map((sheet) => [sheet.yearSheetId, sheet]));
  return {
    items,
    sheets,
    offered: await offeredPdfs(tx, ids),
    credential: session,
    signatoryName: session.signatoryName,
  };
}

function problemOf(sheet: StoredYearSheet | undefined, offered: OfferedPdf | undefined): string | undefined {
  if (!sheet || sheet.state === 'withdrawn') return 'Học bạ đã được rút để sửa; phiên bản mới cần ký lại.';
  if (!offered) return 'Chưa đến lượt: bản PDF được tạo sau khi văn thư đóng dấu của trường.';
  return offered.signature ? 'Bản PDF này đã có chữ ký từ trước.' : undefined;
}

interface One {
  readonly sheet: YearSheet;
  readonly offered: OfferedPdf;
  readonly credential: Pick<SigningSession, 'certificate' | 'chain'>;
  readonly signatoryName: string;
  readonly signedAt: string;
}

/** The principal certifies: afterwards nothing but the seal and evidence may be added. */
async function prepareOne(
  platform: Platform,
  { sheet, offered, credential, ...of }: One,
): Promise<Pick<ReadyItem, 'prepared' | 'digest'>> {
  const prepared = preparePades({
    pdf: await platform.files.get(offered.pdfDigest),
    tools: nodePdfTools,
    crypto: nodeCrypto,
    fieldName: 'HieuTruong',
    certify: { docMdp: 2 },
    signerName: of.signatoryName,
    reason: 'Phê duyệt học bạ số',
    location: sheet.placeOfIssue,
    signingTime: of.signedAt,
    certificate: credential.certificate,
    chain: credential.chain,
    algorithm: algorithmFor(credential.certificate),
  });
  const pades = await keepPades(platform.files, prepared);
  return { prepared: { pades, signedAt: of.signedAt }, digest: prepared.toBeSignedDigest };
}
