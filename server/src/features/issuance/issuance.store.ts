import type { Tx } from '../../platform/database/database.ts';
import type { SigningTables } from '../signing/index.ts';
import type { IssuanceTables } from './issuance.tables.ts';

export interface IssuedRecord {
  readonly yearSheetId: string;
  readonly schoolId: string;
  readonly sessionId: string;
  readonly xmlDigest: string;
  readonly pdfDigest: string;
  readonly xmlBytes: number;
  readonly pdfBytes: number;
  readonly issuedAt: Date;
}

export async function listIssued(tx: Tx, yearSheetIds: readonly string[]): Promise<Map<string, IssuedRecord>> {
  if (yearSheetIds.length === 0) return new Map();
  const rows = await tx
    .withTables<IssuanceTables>()
    .selectFrom('issuedRecord')
    .selectAll()
    .where('yearSheetId', 'in', [...yearSheetIds])
    .execute();
  return new Map(rows.map((row) => [row.yearSheetId, row]));
}

/** False when it was issued already: the first issue stands, its files are the record. */
export async function insertIssued(tx: Tx, record: IssuedRecord): Promise<boolean> {
  const written = await tx
    .withTables<IssuanceTables>()
    .insertInto('issuedRecord')
    .values(record)
    .onConflict((conflict) => conflict.column('yearSheetId').doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

/** Sheets a session sealed whose seal has its timestamp and which are not issued yet; those that wait for the principal's signature of the PDF left out. */
export async function listToIssue(tx: Tx, sessionId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .withTables<SigningTables & IssuanceTables>()
    .selectFrom('signature')
    .leftJoin('issuedRecord', 'issuedRecord.yearSheetId', 'signature.yearSheetId')
    .leftJoin('pdfToSign', 'pdfToSign.yearSheetId', 'signature.yearSheetId')
    .leftJoin('pdfSignature', 'pdfSignature.yearSheetId', 'signature.yearSheetId')
    .select('signature.yearSheetId')
    .where('signature.sessionId', '=', sessionId)
    .where('signature.slot', '=', 'organisationSeal')
    .where('signature.timestampToken', 'is not', null)
    .where('issuedRecord.yearSheetId', 'is', null)
    .where((eb) => eb.or([eb('pdfToSign.yearSheetId', 'is', null), eb('pdfSignature.timestampToken', 'is not', null)]))
    .orderBy('signature.yearSheetId')
    .limit(limit)
    .execute();
  return rows.map((row) => row.yearSheetId);
}

/** Seal signatures of a session that are not issued: with or without a timestamp yet. */
export async function countNotIssued(tx: Tx, sessionId: string): Promise<number> {
  const row = await tx
    .withTables<SigningTables & IssuanceTables>()
    .selectFrom('signature')
    .leftJoin('issuedRecord', 'issuedRecord.yearSheetId', 'signature.yearSheetId')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('signature.sessionId', '=', sessionId)
    .where('signature.slot', '=', 'organisationSeal')
    .where('issuedRecord.yearSheetId', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
