import { signatureValueForTimestamp } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import type { Platform } from '../../platform/platform.ts';
import { TimestampUnavailable } from '../../platform/timestamps/timestamp-client.ts';
import { requestWork, type WorkItem, type WorkOutcome } from '../../platform/work/work.ts';
import type { SigningTables } from './signing.tables.ts';

const CHUNK = 32;
const OUTAGE_MS = 2000;

/** Timestamps signatures of PDFs, the principal's or those of a seal on a token, then wakes the issuing of the lists they belong to. @spec EN 319 122-1 5.3 */
export async function timestampPdfSignatures(platform: Platform, item: WorkItem): Promise<WorkOutcome> {
  const open = await listOpen(platform, item);
  const results = await Promise.all(open.map((each) => timestampOne(platform, item, each)));
  const failed = results.find((result) => result !== undefined);
  await requestIssues(platform, item);
  if (open.length === 0) return 'done';
  return failed ? { afterMs: OUTAGE_MS, problem: failed.message } : 'again';
}

/** Asked for again at the end: a process killed after the last timestamp must not leave records unissued. */
async function requestIssues(platform: Platform, { schoolId, key: sessionId }: WorkItem): Promise<void> {
  await platform.database.transaction({ schoolId }, async (tx) => {
    const lists = await tx
      .withTables<SigningTables>()
      .selectFrom('pdfSignature')
      .innerJoin('pdfToSign', 'pdfToSign.yearSheetId', 'pdfSignature.yearSheetId')
      .select('sealSessionId')
      .distinct()
      .where('sessionId', '=', sessionId)
      .execute();
    const dueAt = platform.clock.now();
    for (const { sealSessionId: key } of lists) await requestWork(tx, { kind: 'issueRecords', schoolId, key, dueAt });
  });
}

type Open = Awaited<ReturnType<typeof listOpen>>[number];

function listOpen(platform: Platform, item: WorkItem) {
  return platform.database.transaction(item, (tx) =>
    tx
      .withTables<SigningTables>()
      .selectFrom('pdfSignature')
      .innerJoin('pdfToSign', 'pdfToSign.yearSheetId', 'pdfSignature.yearSheetId')
      .select(['pdfSignature.yearSheetId', 'slot', 'prepared', 'value', 'sealSessionId'])
      .where('pdfSignature.schoolId', '=', item.schoolId)
      .where('sessionId', '=', item.key)
      .where('timestampToken', 'is', null)
      .orderBy('pdfSignature.yearSheetId')
      .limit(CHUNK)
      .execute(),
  );
}

async function timestampOne(platform: Platform, item: WorkItem, open: Open): Promise<undefined | TimestampUnavailable> {
  const stamped = signatureValueForTimestamp(open.value, open.prepared.algorithm);
  const token = await platform.timestamps.timestamp(nodeCrypto.digest('sha-256', stamped)).catch((error: unknown) => {
    if (error instanceof TimestampUnavailable) return error;
    throw error;
  });
  if (token instanceof TimestampUnavailable) return token;
  await platform.database.transaction(item, async (tx) => {
    await tx
      .withTables<SigningTables>()
      .updateTable('pdfSignature')
      .set({ timestampToken: Buffer.from(token), timestampedAt: platform.clock.now() })
      .where('yearSheetId', '=', open.yearSheetId)
      .where('slot', '=', open.slot)
      .where('timestampToken', 'is', null)
      .execute();
  });
  return undefined;
}
