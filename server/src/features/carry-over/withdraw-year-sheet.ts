import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import { mayWithdraw } from './carry-over.policy.ts';
import { getYearSheet, moveYearSheets } from './year-sheet.store.ts';

const withdrawable = [
  'carriedOver',
  'signedBySubjectTeachers',
  'signedByHomeroomTeacher',
  'signedByPrincipal',
  'issued',
  'submitted',
  'received',
  'rejected',
] as const;

/**
 * Rút học bạ to correct it, before the lock: the sheet and its signatures stay as they are, marked withdrawn; entry opens
 * again and the next carry-over makes the next version. @law KH 213/KH-BGDĐT PL 2.4
 */
export async function withdrawYearSheet(
  platform: Platform,
  actor: Actor,
  of: { yearSheetId: string; reason: string },
): Promise<void> {
  permit(mayWithdraw(actor));
  if (of.reason.trim().length < 5) throw reasonMissing();
  await platform.database.transaction(actor, async (tx) => {
    const sheet = await getYearSheet(tx, of.yearSheetId);
    const from = withdrawable;
    const moved = await moveYearSheets(tx, { yearSheetIds: [sheet.yearSheetId], from, to: 'withdrawn' });
    if (moved.length === 0) throw alreadyLocked(sheet.content.student.fullName);
    const dueAt = platform.clock.now();
    await requestWork(tx, { kind: 'announceWithdrawal', schoolId: actor.schoolId, key: sheet.yearSheetId, dueAt });
    await writeAudit(tx, {
      schoolId: actor.schoolId,
      by: actor,
      at: dueAt,
      action: 'withdrawYearSheet',
      subject: { kind: 'yearSheet', id: sheet.yearSheetId },
      details: { version: sheet.version, reason: of.reason.trim() },
    });
  });
}

function alreadyLocked(name: string): AppError {
  return new AppError({
    code: 'record-locked',
    status: 409,
    sentence: `Học bạ của ${name} đã chốt nên trường không sửa hay thay được nữa. Chỉ có thể đề nghị thu hồi với cơ quan quản lý.`,
  });
}

function reasonMissing(): AppError {
  return new AppError({ code: 'reason-missing', status: 400, sentence: 'Hãy ghi lý do rút học bạ (ít nhất 5 chữ).' });
}
