import { type SignatorySlot, slotLabel } from '@hocba/record';
import { xadesDigestToSign } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { getYearSheets, type StoredYearSheet } from '../carry-over/index.ts';
import { finishSession } from './finish-session.ts';
import { missingBefore, prepareSignature } from './prepare-signature.ts';
import {
  listItems,
  listPrepared,
  type ReadyItem,
  type RefusedItem,
  refuseItems,
  type SigningSession,
  type StoredSignature,
  savePrepared,
  signaturesOf,
  updateUnlessStopped,
} from './session.store.ts';
import { isPdfSlot } from './session-slot.ts';
import { algorithmFor } from './signature-algorithm.ts';

const CHUNK = 100;

/** Computes what is to be signed, a hundred documents a step; a document that cannot be signed is refused alone. */
export async function prepareItems(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  return platform.database.transaction(session, async (tx) => {
    const { sessionId } = session;
    const items = await listItems(tx, { sessionId, state: 'listed', limit: CHUNK });
    if (items.length === 0) return beginAuthorisation(tx, platform, session);
    const ids = items.map((item) => item.yearSheetId);
    const sheets = new Map((await getYearSheets(tx, ids)).map((sheet) => [sheet.yearSheetId, sheet]));
    const signatures = await signaturesOf(tx, ids);
    const signingTime = `${platform.clock.now().toISOString().slice(0, 19)}Z`;
    const ready: ReadyItem[] = [];
    const refused: RefusedItem[] = [];
    for (const { yearSheetId, slot } of items) {
      if (isPdfSlot(slot)) continue;
      const sheet = sheets.get(yearSheetId);
      const earlier = signatures.get(yearSheetId) ?? [];
      const problem = problemOf(sheet, slot, earlier);
      const made =
        problem === undefined && sheet && tryToPrepare(platform, { sheet, slot, earlier, session, signingTime });
      if (made) ready.push({ yearSheetId, slot, ...made });
      else refused.push({ yearSheetId, slot, problem: problem ?? BROKEN });
    }
    await savePrepared(tx, sessionId, ready);
    await refuseItems(tx, sessionId, refused);
    return 'again';
  });
}

function problemOf(
  sheet: StoredYearSheet | undefined,
  slot: SignatorySlot,
  earlier: readonly StoredSignature[],
): string | undefined {
  if (!sheet || sheet.state === 'withdrawn') return 'Học bạ đã được rút để sửa; phiên bản mới cần ký lại.';
  const signed = earlier.map((each) => each.slot);
  if (signed.includes(slot)) return 'Vị trí này đã có chữ ký từ trước.';
  const missing = missingBefore(sheet.content, slot, signed);
  const names = missing.map((each) => slotLabel(each, sheet.content).toLocaleLowerCase('vi'));
  return names.length === 0 ? undefined : `Chưa đến lượt: còn thiếu chữ ký của ${names.join(', ')}.`;
}

interface One {
  readonly sheet: StoredYearSheet;
  readonly slot: SignatorySlot;
  readonly earlier: readonly StoredSignature[];
  readonly session: SigningSession;
  readonly signingTime: string;
}

const BROKEN =
  'Dữ liệu của học bạ này bị hỏng nên không ký được. Hãy báo quản trị hệ thống; các học bạ khác không bị ảnh hưởng.';

/** Undefined when the sheet or a signature on it cannot be read: that is told of this document alone. */
function tryToPrepare(platform: Platform, one: One): Pick<ReadyItem, 'prepared' | 'digest'> | undefined {
  try {
    return prepareOne(one);
  } catch (error) {
    platform.log.error(
      { err: error, yearSheetId: one.sheet.yearSheetId },
      'a document could not be prepared for signing',
    );
    return undefined;
  }
}

function prepareOne({ sheet, slot, earlier, session, signingTime }: One): Pick<ReadyItem, 'prepared' | 'digest'> {
  const prepared = prepareSignature({
    sheet: sheet.content,
    slot,
    earlier,
    certificate: session.certificate,
    chain: [],
    algorithm: algorithmFor(session.certificate),
    signingTime,
  });
  return { prepared: { prepared, signedAt: signingTime }, digest: xadesDigestToSign(prepared, nodeCrypto) };
}

/** The list is complete: fixed by one digest, which both screens show. */
export async function beginAuthorisation(tx: Tx, platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const { sessionId } = session;
  const digests = (await listPrepared(tx, sessionId)).map(({ digest }) => digest);
  if (digests.length === 0) return finishSession(tx, platform, session);
  const listDigest = Buffer.from(nodeCrypto.digest('sha-256', Buffer.concat(digests))).toString('hex');
  const state = session.authorisation === null ? 'requesting' : 'signing';
  await updateUnlessStopped(tx, sessionId, { listDigest, state });
  return 'again';
}
