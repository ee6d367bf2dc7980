import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { RegistryTables } from '../exchange/index.ts';
import type { LockingTables } from './locking.tables.ts';

export type LockRun = NonNullable<Awaited<ReturnType<typeof findRun>>>;

export function findRun(tx: Tx, runId: string) {
  return tx.withTables<LockingTables>().selectFrom('lockRun').selectAll().where('runId', '=', runId).executeTakeFirst();
}

export interface LockedRow {
  readonly recordId: string;
  readonly schoolYear: string;
  readonly version: number;
  readonly schoolId: string;
  readonly grade: number;
  readonly className: string;
  readonly lookupCode: string;
  readonly xmlDigest: string;
  readonly sender: string;
}

/** Locks the next records of a run; what came after its start is left for another. A row being withdrawn is waited for. */
export async function lockChunk(
  tx: Tx,
  run: LockRun,
  { limit, at }: { limit: number; at: Date },
): Promise<LockedRow[]> {
  const schools = run.schoolIds;
  const { rows } = await sql<LockedRow>`
    update registry_record set state = 'locked', locked_at = ${at}, effective_date = ${run.effectiveDate}
    where (record_id, school_year, version) in (
      select record_id, school_year, version from registry_record
      where state = 'received' and school_year = ${run.schoolYear} and cohort = ${run.cohort}
        and grade = any(${run.grades}) and received_at <= ${run.startedAt}
        and (${schools}::text[] is null or school_id = any(${schools}::text[]))
      order by school_id, record_id limit ${limit} for update)
    returning record_id, school_year, version, school_id, grade, class_name, lookup_code, xml_digest, sender`.execute(
    tx,
  );
  return rows;
}

export async function countLocked(tx: Tx, runId: string, count: number): Promise<void> {
  await tx
    .withTables<LockingTables>()
    .updateTable('lockRun')
    .set({ locked: sql<number>`locked + ${count}` })
    .where('runId', '=', runId)
    .execute();
}

export async function finishRun(tx: Tx, runId: string, at: Date): Promise<void> {
  await tx
    .withTables<LockingTables>()
    .updateTable('lockRun')
    .set({ finishedAt: at })
    .where('runId', '=', runId)
    .where('finishedAt', 'is', null)
    .execute();
}

/** Locks one held version as the registry that decides says; false when it is not held as received. */
export async function lockHeldVersion(
  tx: Tx,
  key: { recordId: string; schoolYear: string; version: number; xmlDigest: string },
  { effectiveDate, at }: { effectiveDate: string; at: Date },
): Promise<boolean> {
  const row = await tx
    .withTables<RegistryTables>()
    .updateTable('registryRecord')
    .set({ state: 'locked', lockedAt: at, effectiveDate })
    .where('recordId', '=', key.recordId)
    .where('schoolYear', '=', key.schoolYear)
    .where('version', '=', key.version)
    .where('xmlDigest', '=', key.xmlDigest)
    .where('state', 'in', ['received', 'withdrawn'])
    .returning('recordId')
    .executeTakeFirst();
  return row !== undefined;
}
