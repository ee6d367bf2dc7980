import { writeAuditEntries } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import { enqueueMessage } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkItem, WorkOutcome } from '../../platform/work/work.ts';
import { registryAbove } from '../../registry-chain.ts';
import { publish, sheetOf } from '../exchange/index.ts';
import { countLocked, findRun, finishRun, type LockedRow, type LockRun, lockChunk } from './lock.store.ts';

const CHUNK = 500;

/** The next chunk of a run: records locked, the registry above, the portal and the schools told, all in one transaction. */
export async function lockRecords(platform: Platform, item: WorkItem): Promise<WorkOutcome> {
  return platform.database.transaction<WorkOutcome>('install', async (tx) => {
    const run = await findRun(tx, item.key);
    if (!run || run.finishedAt) return 'done';
    const at = platform.clock.now();
    const rows = await lockChunk(tx, run, { limit: CHUNK, at });
    if (rows.length === 0) {
      await finishRun(tx, run.runId, at);
      return 'done';
    }
    await countLocked(tx, run.runId, rows.length);
    await tell(tx, platform, { run, rows });
    await writeAuditEntries(
      tx,
      rows.map((row) => ({
        schoolId: row.schoolId,
        by: run.lockedBy,
        at,
        action: 'lockRecord',
        subject: { kind: 'registryRecord', id: `${row.recordId}/${row.schoolYear}/${row.version}` },
        details: { runId: run.runId, effectiveDate: run.effectiveDate },
      })),
    );
    return 'again';
  });
}

interface Locked {
  readonly run: LockRun;
  readonly rows: readonly LockedRow[];
}

/** Always in this order, so that two transactions never wait for each other's counters. */
async function tell(tx: Tx, platform: Platform, { run, rows }: Locked): Promise<void> {
  const above = registryAbove(platform);
  const bySchool = Map.groupBy(rows, (row) => row.schoolId);
  if (above) {
    for (const own of bySchool.values()) await notify(tx, platform, { run, rows: own, receiver: above.organisationId });
  }
  const { effectiveDate } = run;
  const published = rows.map((row) => ({ sheet: sheetOf(row), state: 'locked' as const, effectiveDate }));
  await publish(tx, platform, ...published);
  for (const [, own] of [...bySchool].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bySender = Map.groupBy(own, (row) => row.sender);
    for (const [receiver, sent] of bySender) await notify(tx, platform, { run, rows: sent, receiver });
  }
}

async function notify(
  tx: Tx,
  platform: Platform,
  { run, rows, receiver }: Locked & { receiver: string },
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { schoolYear, cohort, effectiveDate, source } = run;
  const sheets = rows.map((row) => ({ sheet: sheetOf(row), xmlDigest: row.xmlDigest }));
  await enqueueMessage(tx, {
    receiver,
    schoolId: first.schoolId,
    kind: 'lock-notice',
    payload: { schoolYear, cohort, effectiveDate, source, sheets },
    at: platform.clock.now(),
  });
}
