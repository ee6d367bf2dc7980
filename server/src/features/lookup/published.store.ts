import type { Insertable } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { LookupTables, PublishedState } from './lookup.tables.ts';

export type NewPublishedRecord = Insertable<LookupTables['publishedRecord']>;

export interface PublishedRecord extends Omit<NewPublishedRecord, 'effectiveDate' | 'sequence'> {
  readonly effectiveDate: string | null;
}

/** Writes a version, or moves it on; false for a publication older than what is there. */
export async function savePublished(tx: Tx, record: NewPublishedRecord): Promise<boolean> {
  const { state, effectiveDate, sequence, publishedAt } = record;
  const written = await tx
    .withTables<LookupTables>()
    .insertInto('publishedRecord')
    .values(record)
    .onConflict((conflict) =>
      conflict
        .columns(['recordId', 'schoolYear', 'version'])
        .doUpdateSet({ state, effectiveDate: effectiveDate ?? null, sequence, publishedAt })
        .where('publishedRecord.sequence', '<', String(sequence)),
    )
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

export interface StateChange {
  readonly recordId: string;
  readonly schoolYear: string;
  readonly version: number;
  readonly state: PublishedState;
  readonly effectiveDate: string | null;
  readonly sequence: number;
  readonly publishedAt: Date;
}

/** Only state and date; a version that was never published stays unknown. */
export async function changePublished(tx: Tx, change: StateChange): Promise<void> {
  const { state, effectiveDate, sequence, publishedAt } = change;
  await tx
    .withTables<LookupTables>()
    .updateTable('publishedRecord')
    .set({ state, effectiveDate, sequence, publishedAt })
    .where('recordId', '=', change.recordId)
    .where('schoolYear', '=', change.schoolYear)
    .where('version', '=', change.version)
    .where('sequence', '<', String(sequence))
    .execute();
}

/** All versions of all years under a code, newest year and version first. */
export function findByCode(database: Database, codeHash: string): Promise<PublishedRecord[]> {
  return find(database, (query) => query.where('codeHash', '=', codeHash));
}

/** The version one of whose files has this digest. */
export async function findByFile(database: Database, digest: string): Promise<PublishedRecord | undefined> {
  const rows = await find(database, (query) =>
    query.where((eb) => eb.or([eb('xmlDigest', '=', digest), eb('pdfDigest', '=', digest)])),
  );
  return rows[0];
}

/** All versions of one record's year. */
export function findByRecord(
  database: Database,
  of: { recordId: string; schoolYear: string },
): Promise<PublishedRecord[]> {
  return find(database, (query) => query.where('recordId', '=', of.recordId).where('schoolYear', '=', of.schoolYear));
}

type Query = ReturnType<typeof allPublished>;

function allPublished(tx: Tx) {
  return tx
    .withTables<LookupTables>()
    .selectFrom('publishedRecord')
    .selectAll()
    .orderBy('schoolYear', 'desc')
    .orderBy('version', 'desc');
}

function find(database: Database, narrow: (query: Query) => Query): Promise<PublishedRecord[]> {
  return database.transaction('install', (tx) => narrow(allPublished(tx)).execute());
}
