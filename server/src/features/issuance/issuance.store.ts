import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { CarryOverTables } from '../carry-over/index.ts';
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

/** The caller has moved these sheets to issued in the same transaction: that move is what makes it once. */
export async function insertIssued(tx: Tx, records: readonly IssuedRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx
    .withTables<IssuanceTables>()
    .insertInto('issuedRecord')
    .values([...records])
    .execute();
}

/**
 * Sheets a session sealed whose seal has its timestamp and which are not issued yet; those that wait for the principal's
 * signature of the PDF left out. In no fixed order, so that those that fail again and again do not stand before the others.
 */
export async function listToIssue(tx: Tx, sessionId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .withTables<SigningTables & CarryOverTables>()
    .selectFrom('signature')
    .innerJoin('yearSheet', 'yearSheet.yearSheetId', 'signature.yearSheetId')
    .leftJoin('pdfToSign', 'pdfToSign.yearSheetId', 'signature.yearSheetId')
    .leftJoin('pdfSignature', (join) =>
      join.onRef('pdfSignature.yearSheetId', '=', 'signature.yearSheetId').on('pdfSignature.slot', '=', 'principalPdf'),
    )
    .select('signature.yearSheetId')
    .where('signature.sessionId', '=', sessionId)
    .where('signature.slot', '=', 'organisationSeal')
    .where('signature.timestampToken', 'is not', null)
    .where('yearSheet.state', '=', 'signedByPrincipal')
    .where((eb) =>
      eb.or([
        eb('pdfToSign.yearSheetId', 'is', null),
        eb('pdfToSign.principalSigns', '=', false),
        eb('pdfSignature.timestampToken', 'is not', null),
      ]),
    )
    .orderBy(sql`random()`)
    .limit(limit)
    .execute();
  return rows.map((row) => row.yearSheetId);
}

/** Sealed sheets of a session that are still to be issued: with or without a timestamp yet. */
export async function countNotIssued(tx: Tx, sessionId: string): Promise<number> {
  const row = await tx
    .withTables<SigningTables & CarryOverTables>()
    .selectFrom('signature')
    .innerJoin('yearSheet', 'yearSheet.yearSheetId', 'signature.yearSheetId')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('signature.sessionId', '=', sessionId)
    .where('signature.slot', '=', 'organisationSeal')
    .where('yearSheet.state', '=', 'signedByPrincipal')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
