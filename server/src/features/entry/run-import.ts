import { writeAudit } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkItem, WorkOutcome } from '../../platform/work/work.ts';
import {
  type EnrolmentTables,
  type ImportedSchool,
  lockClasses,
  readWorkbook,
  saveEnrolment,
  type WorkbookProblem,
} from '../enrolment/index.ts';
import { closedChanges } from './closed-changes.ts';
import { lockPupilYears } from './entry.store.ts';
import { saveImportedAccounts, takenLogins } from './import-accounts.ts';
import { keptSchoolName, overwrittenCorrections } from './import-warnings.ts';
import { factsOfWorkbook } from './imported-facts.ts';
import { saveImportedFacts } from './save-imported-facts.ts';

const PROGRESS_EVERY_MS = 300;

const ATTEMPTS = 8;

/**
 * Reads, judges and stores one uploaded workbook: everything or nothing. Killed anywhere, it starts again from the kept
 * file; what fails again and again ends visibly. Workbooks of one school are stored in the order of their upload.
 */
export async function runImport(platform: Platform, item: WorkItem): Promise<WorkOutcome> {
  const run = await findRun(platform, item);
  if (run?.status !== 'reading') return 'done';
  if (await isEarlierReading(platform, item, run)) return { afterMs: 500 };
  try {
    await readAndStore(platform, item, run.fileDigest);
  } catch (error) {
    if (item.attempts + 1 < ATTEMPTS) throw error;
    platform.log.error({ err: error, importId: item.key }, 'import given up');
    await finishRun(platform, item, { status: 'failed', report: { refusal: givenUp } });
  }
  return 'done';
}

const givenUp = {
  code: 'failed',
  sentence:
    'Hệ thống không nhập được tệp này dù đã thử nhiều lần; chưa có dữ liệu nào thay đổi. Hãy tải lên lại; nếu vẫn lỗi, báo quản trị hệ thống.',
};

async function readAndStore(platform: Platform, item: WorkItem, fileDigest: string): Promise<void> {
  const bytes = await platform.files.get(fileDigest);
  const reading = await readWorkbook(bytes, { schoolId: item.schoolId, onProgress: progressWriter(platform, item) });
  if (reading.accepted) await store(platform, item, reading);
  else if (reading.refusal)
    await finishRun(platform, item, { status: 'refused', report: { refusal: reading.refusal } });
  else await finishRun(platform, item, { status: 'problems', report: { problems: reading.problems } });
}

interface Accepted {
  readonly imported: ImportedSchool;
  readonly problems: readonly WorkbookProblem[];
}

async function store(platform: Platform, item: WorkItem, { imported, problems }: Accepted): Promise<void> {
  const { schoolId } = item;
  const { schoolYear } = imported;
  await platform.database.transaction({ schoolId }, async (tx) => {
    // The classes first, as a carry-over does: neither may see the other half done.
    await lockClasses(tx, { schoolId, schoolYear });
    await lockPupilYears(tx, { schoolId, schoolYear });
    const refusals = [
      ...(await takenLogins(tx, { schoolId, imported })),
      ...(await closedChanges(tx, schoolId, imported)),
    ];
    if (refusals.length > 0)
      return writeEnd(tx, { platform, item }, { status: 'problems', report: { problems: refusals } });
    const at = platform.clock.now();
    const kept = await keptSchoolName(tx, imported.school);
    const people = await saveEnrolment(tx, { schoolId, imported, newCode: () => platform.randomHex(16) });
    await saveImportedAccounts(tx, { schoolId, imported, at });
    const of = { schoolId, schoolYear, at, by: 'importWorkbook' };
    const results = await saveImportedFacts(tx, of, factsOfWorkbook(imported));
    const warnings = [...kept, ...problems, ...overwrittenCorrections(imported, results.overwritten)];
    const changes = { ...people, results: results.count };
    await writeEnd(tx, { platform, item }, { status: 'applied', report: { problems: warnings, changes } });
  });
}

function findRun(platform: Platform, item: WorkItem) {
  return platform.database.transaction(item, (tx) =>
    tx
      .withTables<EnrolmentTables>()
      .selectFrom('importRun')
      .select(['status', 'fileDigest', 'startedAt'])
      .where('importId', '=', item.key)
      .executeTakeFirst(),
  );
}

async function isEarlierReading(platform: Platform, item: WorkItem, run: { startedAt: Date }): Promise<boolean> {
  const earlier = await platform.database.transaction(item, (tx) =>
    tx
      .withTables<EnrolmentTables>()
      .selectFrom('importRun')
      .select('importId')
      .where('schoolId', '=', item.schoolId)
      .where('status', '=', 'reading')
      .where('startedAt', '<', run.startedAt)
      .executeTakeFirst(),
  );
  return earlier !== undefined;
}

/** Progress is a convenience: written now and then, and never waited for. */
function progressWriter(platform: Platform, item: WorkItem) {
  let last = 0;
  return (progress: { sheet: string; done: number; total: number }) => {
    const now = platform.clock.now().getTime();
    if (now - last < PROGRESS_EVERY_MS) return;
    last = now;
    platform.database
      .transaction(item, async (tx) => {
        await tx
          .withTables<EnrolmentTables>()
          .updateTable('importRun')
          .set({ progress: JSON.stringify(progress) })
          .where('importId', '=', item.key)
          .where('status', '=', 'reading')
          .execute();
      })
      .catch((error: unknown) => platform.log.warn({ err: error }, 'import progress not written'));
  };
}

interface Run {
  readonly platform: Platform;
  readonly item: WorkItem;
}

interface Ending {
  readonly status: 'refused' | 'problems' | 'applied' | 'failed';
  readonly report: Record<string, unknown>;
}

function finishRun(platform: Platform, item: WorkItem, ending: Ending): Promise<void> {
  return platform.database.transaction(item, (tx) => writeEnd(tx, { platform, item }, ending));
}

async function writeEnd(tx: Tx, { platform, item }: Run, ending: Ending): Promise<void> {
  const at = platform.clock.now();
  await tx
    .withTables<EnrolmentTables>()
    .updateTable('importRun')
    .set({ status: ending.status, report: JSON.stringify(ending.report), finishedAt: at })
    .where('importId', '=', item.key)
    .execute();
  await writeAudit(tx, {
    schoolId: item.schoolId,
    by: 'importWorkbook',
    at,
    action: 'importWorkbook',
    subject: { kind: 'import', id: item.key },
    details: { status: ending.status },
  });
}
