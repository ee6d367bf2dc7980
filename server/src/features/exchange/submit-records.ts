import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAuditEntries } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import { enqueueMessages } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { rootRegistry } from '../../registry-chain.ts';
import { getYearSheets, moveYearSheets, type StoredYearSheet } from '../carry-over/index.ts';
import { listIssued } from '../issuance/index.ts';
import { announceSeal } from './announce-seal.ts';
import { maySubmit } from './exchange.policy.ts';
import { identityOf } from './sheet-identity.ts';
import { findToSubmit, insertSubmissions } from './submissions.store.ts';

/** Named sheets, or all issued ones of a class or a whole school year. */
export interface SubmitWish {
  readonly yearSheetIds?: readonly string[];
  readonly schoolYear?: string;
  readonly classId?: string;
}

/** Nộp học bạ: in one transaction the sheets are submitted, the log says so, and a message for each waits to be sent. */
export async function submitRecords(
  platform: Platform,
  actor: Actor,
  wish: SubmitWish,
): Promise<{ submitted: number }> {
  permit(maySubmit(actor));
  return platform.database.transaction(actor, async (tx) => {
    const yearSheetIds = await wanted(tx, actor, wish);
    await announceSeal(tx, platform, actor.schoolId);
    const moved = await moveYearSheets(tx, { yearSheetIds, from: ['issued', 'rejected'], to: 'submitted' });
    const sheets = await getYearSheets(tx, moved);
    sheets.sort((a, b) => compare(a.classId, b.classId) || compare(a.studentId, b.studentId));
    await send(tx, platform, { actor, sheets });
    return { submitted: moved.length };
  });
}

async function wanted(tx: Tx, actor: Actor, wish: SubmitWish): Promise<readonly string[]> {
  if (wish.yearSheetIds) return wish.yearSheetIds;
  if (wish.schoolYear === undefined) throw nothingNamed();
  const { schoolYear, classId } = wish;
  return findToSubmit(tx, { schoolId: actor.schoolId, schoolYear, ...(classId === undefined ? {} : { classId }) });
}

async function send(
  tx: Tx,
  platform: Platform,
  { actor, sheets }: { actor: Actor; sheets: readonly StoredYearSheet[] },
): Promise<void> {
  const issued = await listIssued(
    tx,
    sheets.map((sheet) => sheet.yearSheetId),
  );
  const { organisationId: receiver } = rootRegistry(platform);
  const at = platform.clock.now();
  const { schoolId } = actor;
  const messages = sheets.map((sheet) => {
    const files = issued.get(sheet.yearSheetId);
    if (!files) throw new Error(`sheet ${sheet.yearSheetId} is issued without files`);
    const { xmlDigest, pdfDigest } = files;
    const payload = { sheet: identityOf(sheet.content), xmlDigest, pdfDigest };
    return { receiver, schoolId, kind: 'submission' as const, payload, at };
  });
  const messageIds = await enqueueMessages(tx, messages);
  const submissions = sheets.map((sheet, index) => ({
    messageId: messageIds[index] ?? '',
    schoolId,
    yearSheetId: sheet.yearSheetId,
    receiver,
    submittedBy: actor.fullName,
    submittedAt: at,
  }));
  await insertSubmissions(tx, submissions);
  await writeAuditEntries(
    tx,
    submissions.map(({ yearSheetId, messageId }) => ({
      schoolId,
      by: actor,
      at,
      action: 'submitRecord',
      subject: { kind: 'yearSheet', id: yearSheetId },
      details: { messageId, receiver },
    })),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nothingNamed(): AppError {
  return new AppError({
    code: 'nothing-named',
    status: 400,
    sentence: 'Hãy chọn học bạ cần nộp, hoặc chọn lớp và năm học.',
  });
}
