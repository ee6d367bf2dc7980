import { randomUUID } from 'node:crypto';
import type { Actor } from '../../platform/actor.ts';
import { AppError, notFound, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import type { EnrolmentTables } from '../enrolment/index.ts';
import { mayImport } from './entry.policy.ts';

/** Keeps the upload and asks for the import; the reading happens in a worker, so closing the browser loses nothing. */
export async function startImport(
  platform: Platform,
  actor: Actor,
  upload: { fileName: string; bytes: Uint8Array },
): Promise<string> {
  permit(mayImport(actor));
  if (upload.bytes.length === 0) throw emptyFile();
  const fileDigest = await platform.files.put(upload.bytes);
  const importId = randomUUID();
  const at = platform.clock.now();
  await platform.database.transaction(actor, async (tx) => {
    await tx
      .withTables<EnrolmentTables>()
      .insertInto('importRun')
      .values({
        importId,
        schoolId: actor.schoolId,
        fileName: upload.fileName.slice(0, 200),
        fileDigest,
        startedAt: at,
        finishedAt: null,
        accountId: actor.accountId,
        status: 'reading',
        progress: JSON.stringify({ sheet: null, done: 0, total: 0 }),
        report: JSON.stringify({}),
      })
      .execute();
    await requestWork(tx, { kind: 'importWorkbook', schoolId: actor.schoolId, key: importId, dueAt: at });
    const subject = { kind: 'import', id: importId };
    await writeAudit(tx, {
      schoolId: actor.schoolId,
      by: actor,
      at,
      action: 'startImport',
      subject,
      details: { fileDigest },
    });
  });
  return importId;
}

export async function getImport(platform: Platform, actor: Actor, importId: string) {
  permit(mayImport(actor));
  return platform.database.transaction(actor, async (tx) => {
    const run = await tx
      .withTables<EnrolmentTables>()
      .selectFrom('importRun')
      .select(['importId', 'fileName', 'startedAt', 'finishedAt', 'status', 'progress', 'report'])
      .where('importId', '=', importId)
      .executeTakeFirst();
    if (!run) throw notFound('lượt nhập này');
    return run;
  });
}

export async function listImports(platform: Platform, actor: Actor) {
  permit(mayImport(actor));
  return platform.database.transaction(actor, (tx) =>
    tx
      .withTables<EnrolmentTables>()
      .selectFrom('importRun')
      .select(['importId', 'fileName', 'startedAt', 'finishedAt', 'status'])
      .orderBy('startedAt', 'desc')
      .limit(20)
      .execute(),
  );
}

function emptyFile(): AppError {
  return new AppError({ code: 'empty-file', status: 400, sentence: 'Tệp rỗng. Hãy chọn lại tệp bảng tính (.xlsx).' });
}
