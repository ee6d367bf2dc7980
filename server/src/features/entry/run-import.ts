import { randomUUID } from 'node:crypto';
import type { Position } from '../../platform/actor.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkItem, WorkOutcome } from '../../platform/work/work.ts';
import {
  type EnrolmentTables,
  type ImportedSchool,
  readWorkbook,
  saveEnrolment,
  type WorkbookProblem,
} from '../enrolment/index.ts';
import { findAccountOfStaff, saveAccount } from '../people/index.ts';
import { saveImportedFacts } from './entry.store.ts';
import { frozenChanges } from './frozen-changes.ts';
import { factsOfWorkbook } from './imported-facts.ts';

const PROGRESS_EVERY_MS = 300;

/** Reads, judges and stores one uploaded workbook: everything or nothing. Killed anywhere, it starts again from the kept file. */
export async function runImport(platform: Platform, item: WorkItem): Promise<WorkOutcome> {
  const run = await findRun(platform, item);
  if (run?.status !== 'reading') return 'done';
  const bytes = await platform.files.get(run.fileDigest);
  const reading = await readWorkbook(bytes, { schoolId: item.schoolId, onProgress: progressWriter(platform, item) });
  if (reading.accepted) await store(platform, item, reading);
  else if (reading.refusal)
    await finishRun(platform, item, { status: 'refused', report: { refusal: reading.refusal } });
  else await finishRun(platform, item, { status: 'problems', report: { problems: reading.problems } });
  return 'done';
}

interface Accepted {
  readonly imported: ImportedSchool;
  readonly problems: readonly WorkbookProblem[];
}

async function store(platform: Platform, item: WorkItem, { imported, problems }: Accepted): Promise<void> {
  const { schoolId } = item;
  await platform.database.transaction({ schoolId }, async (tx) => {
    const refusals = await frozenChanges(tx, schoolId, imported);
    if (refusals.length > 0)
      return writeEnd(tx, { platform, item }, { status: 'problems', report: { problems: refusals } });
    const at = platform.clock.now();
    const people = await saveEnrolment(tx, { schoolId, imported, newCode: () => platform.randomHex(16) });
    await saveAccounts(tx, { platform, schoolId, imported });
    const of = { schoolId, schoolYear: imported.schoolYear, at, by: 'importWorkbook' };
    const results = await saveImportedFacts(tx, of, factsOfWorkbook(imported));
    await writeEnd(
      tx,
      { platform, item },
      { status: 'applied', report: { problems, changes: { ...people, results } } },
    );
  });
}

interface NewAccounts {
  readonly platform: Platform;
  readonly schoolId: string;
  readonly imported: ImportedSchool;
}

/** Everyone on the staff list gets an account; it opens when the administrator sets a password. */
async function saveAccounts(tx: Tx, { platform, schoolId, imported }: NewAccounts): Promise<void> {
  const homeroom = new Set(imported.classes.map((each) => each.homeroomTeacherId));
  for (const person of imported.staff) {
    const known = await findAccountOfStaff(tx, schoolId, person.staffId);
    const teaching: Position[] = homeroom.has(person.staffId)
      ? ['homeroomTeacher', 'subjectTeacher']
      : ['subjectTeacher'];
    await saveAccount(tx, {
      accountId: known?.accountId ?? randomUUID(),
      schoolId,
      fullName: person.fullName,
      staffId: person.staffId,
      positions: person.position === 'teacher' ? teaching : [person.position],
      communeCode: null,
      username: person.loginName.toLowerCase(),
      passwordHash: '',
      createdAt: platform.clock.now(),
    });
  }
}

function findRun(platform: Platform, item: WorkItem) {
  return platform.database.transaction(item, (tx) =>
    tx
      .withTables<EnrolmentTables>()
      .selectFrom('importRun')
      .select(['status', 'fileDigest'])
      .where('importId', '=', item.key)
      .executeTakeFirst(),
  );
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
  readonly status: 'refused' | 'problems' | 'applied';
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
