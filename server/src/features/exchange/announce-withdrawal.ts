import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { enqueueMessage } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkItem, WorkOutcome } from '../../platform/work/work.ts';
import { rootRegistry } from '../../registry-chain.ts';
import { getYearSheet } from '../carry-over/index.ts';
import { identityOf } from './sheet-identity.ts';
import type { SubmissionTables } from './submissions.tables.ts';

/** Tells the registry of a withdrawn sheet that was handed in, so that it is not locked there. */
export async function announceWithdrawal(platform: Platform, item: WorkItem): Promise<WorkOutcome> {
  return platform.database.transaction<WorkOutcome>(item, async (tx) => {
    const sheet = await getYearSheet(tx, item.key);
    if (sheet.state !== 'withdrawn' || !(await wasSubmitted(tx, item.key))) return 'done';
    const identity = identityOf(sheet.content);
    if (await isAnnounced(tx, identity)) return 'done';
    const { reason, at } = await reasonOf(tx, item.key);
    await enqueueMessage(tx, {
      receiver: rootRegistry(platform).organisationId,
      schoolId: item.schoolId,
      kind: 'withdrawal',
      payload: { sheet: identity, reason, withdrawnAt: at.toISOString() },
      at: platform.clock.now(),
    });
    return 'done';
  });
}

async function wasSubmitted(tx: Tx, yearSheetId: string): Promise<boolean> {
  const row = await tx
    .withTables<SubmissionTables>()
    .selectFrom('submission')
    .select('messageId')
    .where('yearSheetId', '=', yearSheetId)
    .executeTakeFirst();
  return row !== undefined;
}

async function isAnnounced(tx: Tx, { recordId, version }: { recordId: string; version: number }): Promise<boolean> {
  const row = await tx
    .selectFrom('outboxMessage')
    .select('messageId')
    .where('kind', '=', 'withdrawal')
    .where(sql<string>`payload -> 'sheet' ->> 'recordId'`, '=', recordId)
    .where(sql<string>`payload -> 'sheet' ->> 'version'`, '=', String(version))
    .executeTakeFirst();
  return row !== undefined;
}

/** The log has the principal's words. */
async function reasonOf(tx: Tx, yearSheetId: string): Promise<{ reason: string; at: Date }> {
  const entry = await tx
    .selectFrom('auditLog')
    .select(['details', 'at'])
    .where('action', '=', 'withdrawYearSheet')
    .where('subjectId', '=', yearSheetId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return { reason: String(entry.details['reason'] ?? '').slice(0, 1000), at: entry.at };
}
