import { signatureValueElement } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { inParallel } from '../../platform/work/in-parallel.ts';
import { requestWork, type WorkItem, type WorkOutcome } from '../../platform/work/work.ts';
import type { SigningTables } from './signing.tables.ts';

const CHUNK = 96;
const AT_ONCE = 16;
const OUTAGE_MS = 2000;

/**
 * Timestamps the signatures of a session. While no authority answers, signatures stay B-B and wait here; nothing is
 * faked, nothing is issued, and it goes on by itself when one answers again. @spec EN 319 132-1 5.3
 */
export async function timestampSignatures(platform: Platform, item: WorkItem): Promise<WorkOutcome> {
  const open = await listWithoutTimestamp(platform, item);
  const results = await inParallel(open, AT_ONCE, (each) => timestampOne(platform, each));
  const stamped = results.filter((result) => 'token' in result);
  await storeTimestamps(platform, item, stamped);
  if (open.length === 0) return 'done';
  const failed = results.find((result) => 'problem' in result);
  return failed ? { afterMs: OUTAGE_MS, problem: failed.problem } : 'again';
}

type Open = Awaited<ReturnType<typeof listWithoutTimestamp>>[number];
type Stamped = Open & { readonly token: Uint8Array };

/** In no fixed order, so that documents that fail again and again do not stand before the others for ever. */
function listWithoutTimestamp(platform: Platform, item: WorkItem) {
  return platform.database.transaction(item, (tx) =>
    tx
      .withTables<SigningTables>()
      .selectFrom('signature')
      .select(['yearSheetId', 'slot', 'prepared', 'value'])
      .where('schoolId', '=', item.schoolId)
      .where('sessionId', '=', item.key)
      .where('timestampToken', 'is', null)
      .orderBy(sql`random()`)
      .limit(CHUNK)
      .execute(),
  );
}

async function timestampOne(platform: Platform, open: Open): Promise<Stamped | { readonly problem: string }> {
  try {
    const element = signatureValueElement(open.prepared, open.value);
    const digest = nodeCrypto.digest('sha-256', new TextEncoder().encode(element));
    return { ...open, token: await platform.timestamps.timestamp(digest) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Asks for issuing even when nothing was left to stamp: a process killed after the last timestamp must not leave records unissued. */
async function storeTimestamps(platform: Platform, item: WorkItem, stamped: readonly Stamped[]): Promise<void> {
  const { schoolId, key } = item;
  const at = platform.clock.now();
  await platform.database.transaction(item, async (tx) => {
    if (stamped.length > 0) {
      const ids = stamped.map(({ yearSheetId }) => yearSheetId);
      const slots = stamped.map(({ slot }) => slot);
      const tokens = stamped.map(({ token }) => Buffer.from(token));
      await sql`update signature set timestamp_token = made.token, timestamped_at = ${at}
        from unnest(${ids}::uuid[], ${slots}::text[], ${tokens}::bytea[]) as made (year_sheet_id, slot, token)
        where signature.year_sheet_id = made.year_sheet_id and signature.slot = made.slot and timestamp_token is null`.execute(
        tx,
      );
    }
    await requestWork(tx, { kind: 'issueRecords', schoolId, key, dueAt: at });
  });
}
