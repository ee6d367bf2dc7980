import { signatureValueElement } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import type { Platform } from '../../platform/platform.ts';
import { TimestampUnavailable } from '../../platform/timestamps/timestamp-client.ts';
import { requestWork, type WorkItem, type WorkOutcome } from '../../platform/work/work.ts';
import type { SigningTables } from './signing.tables.ts';

const CHUNK = 64;
const AT_ONCE = 16;
const OUTAGE_MS = 2000;

/**
 * Timestamps the signatures of a session. While no authority answers, signatures stay B-B and wait here; nothing is
 * faked, nothing is issued, and it goes on by itself when one answers again. @spec EN 319 132-1 5.3
 */
export async function timestampSignatures(platform: Platform, item: WorkItem): Promise<WorkOutcome> {
  const open = await listWithoutTimestamp(platform, item);
  if (open.length === 0) {
    // A process killed between the last timestamp and this request must not leave records unissued.
    await requestIssue(platform, item);
    return 'done';
  }
  const results = await inParallel(open, (each) => timestampOne(platform, item, each));
  const failed = results.filter((result) => result instanceof TimestampUnavailable);
  await requestIssue(platform, item);
  return failed.length > 0 ? { afterMs: OUTAGE_MS, problem: failed[0]?.message ?? '' } : 'again';
}

async function requestIssue(platform: Platform, { schoolId, key }: WorkItem): Promise<void> {
  await platform.database.transaction({ schoolId }, (tx) =>
    requestWork(tx, { kind: 'issueRecords', schoolId, key, dueAt: platform.clock.now() }),
  );
}

type Open = Awaited<ReturnType<typeof listWithoutTimestamp>>[number];

function listWithoutTimestamp(platform: Platform, item: WorkItem) {
  return platform.database.transaction(item, (tx) =>
    tx
      .withTables<SigningTables>()
      .selectFrom('signature')
      .select(['yearSheetId', 'slot', 'prepared', 'value'])
      .where('schoolId', '=', item.schoolId)
      .where('sessionId', '=', item.key)
      .where('timestampToken', 'is', null)
      .orderBy('yearSheetId')
      .limit(CHUNK)
      .execute(),
  );
}

async function timestampOne(platform: Platform, item: WorkItem, open: Open): Promise<undefined | TimestampUnavailable> {
  const element = signatureValueElement(open.prepared, open.value);
  const digest = nodeCrypto.digest('sha-256', new TextEncoder().encode(element));
  const token = await platform.timestamps.timestamp(digest).catch((error: unknown) => {
    if (error instanceof TimestampUnavailable) return error;
    throw error;
  });
  if (token instanceof TimestampUnavailable) return token;
  await platform.database.transaction(item, async (tx) => {
    await tx
      .withTables<SigningTables>()
      .updateTable('signature')
      .set({ timestampToken: Buffer.from(token), timestampedAt: platform.clock.now() })
      .where('yearSheetId', '=', open.yearSheetId)
      .where('slot', '=', open.slot)
      .where('timestampToken', 'is', null)
      .execute();
  });
  return undefined;
}

async function inParallel<In, Out>(items: readonly In[], run: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  const queue = [...items];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results.push(await run(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
}
