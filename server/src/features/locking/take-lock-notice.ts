import type { LockedSheet, RejectionReason } from '@hocba/protocol';
import { writeAuditEntries } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import { acknowledge } from '../../platform/exchange/index.ts';
import type { IncomingMessage, MessageHandler } from '../../platform/messages.ts';
import type { Platform } from '../../platform/platform.ts';
import { type CarryOverTables, moveYearSheets, withdrawOtherVersions } from '../carry-over/index.ts';
import { lockHeldVersion } from './lock.store.ts';

type LockMessage = IncomingMessage<'lock-notice'>;
/** Locks one sheet here; false when it is not here as named. */
type LockOne = (tx: Tx, locked: LockedSheet, message: LockMessage) => Promise<boolean>;

/** Thông báo chốt at a school: its sheets are in force and closed from now on, also one withdrawn too late. */
export function takeLockNoticeAtSchool(platform: Platform): MessageHandler<'lock-notice'> {
  return takeWith(platform, async (tx, { sheet }, { body }) => {
    const row = await tx
      .withTables<CarryOverTables>()
      .selectFrom('yearSheet')
      .select('yearSheetId')
      .where('schoolId', '=', sheet.schoolId)
      .where('recordId', '=', sheet.recordId)
      .where('schoolYear', '=', sheet.schoolYear)
      .where('version', '=', sheet.version)
      .executeTakeFirst();
    if (!row) return false;
    await withdrawOtherVersions(tx, row);
    const moved = await moveYearSheets(tx, {
      yearSheetIds: [row.yearSheetId],
      from: ['submitted', 'received', 'withdrawn'],
      to: 'locked',
      effectiveDate: body.effectiveDate,
    });
    return moved.length === 1;
  });
}

/** The same at the registry above the one that locks. */
export function takeLockNoticeAtRegistry(platform: Platform): MessageHandler<'lock-notice'> {
  return takeWith(platform, (tx, { sheet, xmlDigest }, { body }) =>
    lockHeldVersion(tx, { ...sheet, xmlDigest }, { effectiveDate: body.effectiveDate, at: platform.clock.now() }),
  );
}

function takeWith(platform: Platform, lockOne: LockOne): MessageHandler<'lock-notice'> {
  return {
    from: ['province', 'ministry'],
    take: async (message) => {
      const schoolId = message.body.sheets[0]?.sheet.schoolId ?? '';
      return {
        scope: { schoolId },
        effect: async (tx) => {
          const at = platform.clock.now();
          const locked: LockedSheet[] = [];
          const exceptions: RejectionReason[] = [];
          for (const each of message.body.sheets) {
            if (await lockOne(tx, each, message)) locked.push(each);
            else exceptions.push(notHere(each));
          }
          await audit(tx, message, { locked, at });
          return acknowledge(message.messageId, at, exceptions);
        },
      };
    },
  };
}

async function audit(
  tx: Tx,
  { sender, body }: LockMessage,
  { locked, at }: { locked: readonly LockedSheet[]; at: Date },
): Promise<void> {
  await writeAuditEntries(
    tx,
    locked.map(({ sheet }) => ({
      schoolId: sheet.schoolId,
      by: sender,
      at,
      action: 'lockRecord',
      subject: { kind: 'registryRecord', id: `${sheet.recordId}/${sheet.schoolYear}/${sheet.version}` },
      details: { effectiveDate: body.effectiveDate, source: body.source },
    })),
  );
}

function notHere({ sheet }: LockedSheet): RejectionReason {
  return {
    code: 'not-held',
    sentence: `Không có học bạ ${sheet.recordId} phiên bản ${sheet.version} ở trạng thái đã tiếp nhận.`,
  };
}
