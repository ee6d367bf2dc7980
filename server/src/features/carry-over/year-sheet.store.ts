import { vietnameseSortKey, type YearSheet } from '@hocba/record';
import { sql } from 'kysely';
import { notFound } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Cohort } from '../../profile.ts';
import type { ClassOfYear } from '../enrolment/index.ts';
import type { CarryOverTables, YearSheetState } from './carry-over.tables.ts';

export interface StoredYearSheet {
  readonly yearSheetId: string;
  readonly schoolId: string;
  readonly schoolYear: string;
  readonly classId: string;
  readonly studentId: string;
  readonly recordId: string;
  readonly lookupCode: string;
  readonly version: number;
  readonly content: YearSheet;
  readonly contentDigest: string;
  readonly state: YearSheetState;
  readonly cohort: Cohort;
  readonly effectiveDate: string | null;
}

const columns = [
  'yearSheetId',
  'schoolId',
  'schoolYear',
  'classId',
  'studentId',
  'recordId',
  'lookupCode',
  'version',
  'content',
  'contentDigest',
  'state',
  'cohort',
  'effectiveDate',
] as const;

/** Sheets of a class in force: neither withdrawn nor recalled, one a pupil. */
export async function listYearSheets(tx: Tx, of: ClassOfYear): Promise<StoredYearSheet[]> {
  const sheets: StoredYearSheet[] = await tx
    .withTables<CarryOverTables>()
    .selectFrom('yearSheet')
    .select(columns)
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .where('classId', '=', of.classId)
    .where('state', 'not in', ['withdrawn', 'recalled'])
    .execute();
  return sheets.sort(byRollOrder);
}

/** As on the class roll: Vietnamese order, given name first. */
function byRollOrder(a: StoredYearSheet, b: StoredYearSheet): number {
  const [left, right] = [a, b].map((sheet) => vietnameseSortKey(sheet.content.student.fullName) + sheet.studentId);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

export async function getYearSheets(tx: Tx, yearSheetIds: readonly string[]): Promise<StoredYearSheet[]> {
  if (yearSheetIds.length === 0) return [];
  return tx
    .withTables<CarryOverTables>()
    .selectFrom('yearSheet')
    .select(columns)
    .where('yearSheetId', 'in', [...yearSheetIds])
    .execute();
}

/** @throws AppError 404. */
export async function getYearSheet(tx: Tx, yearSheetId: string): Promise<StoredYearSheet> {
  const [sheet] = await getYearSheets(tx, [yearSheetId]);
  if (!sheet) throw notFound('học bạ này');
  return sheet;
}

export interface NewYearSheet extends Omit<StoredYearSheet, 'state' | 'effectiveDate'> {
  readonly carriedOverAt: Date;
  readonly carriedOverBy: string;
}

export async function insertYearSheets(tx: Tx, sheets: readonly NewYearSheet[]): Promise<void> {
  for (const sheet of sheets) {
    await tx
      .withTables<CarryOverTables>()
      .insertInto('yearSheet')
      .values({ ...sheet, content: JSON.stringify(sheet.content), state: 'carriedOver', effectiveDate: null })
      .execute();
  }
}

/** Moves sheets that are in one of `from`; returns those that moved. The guard is in the statement itself. */
export async function moveYearSheets(
  tx: Tx,
  move: {
    yearSheetIds: readonly string[];
    from: readonly YearSheetState[];
    to: YearSheetState;
    effectiveDate?: string;
  },
): Promise<string[]> {
  if (move.yearSheetIds.length === 0) return [];
  const effective = move.effectiveDate === undefined ? {} : { effectiveDate: move.effectiveDate };
  const rows = await tx
    .withTables<CarryOverTables>()
    .updateTable('yearSheet')
    .set({ state: move.to, ...effective })
    .where('yearSheetId', 'in', [...move.yearSheetIds])
    .where('state', 'in', [...move.from])
    .returning('yearSheetId')
    .execute();
  return rows.map((row) => row.yearSheetId);
}

/** Of these sheets those not withdrawn, locked until the transaction ends: nobody withdraws them meanwhile. */
export async function lockStanding(tx: Tx, yearSheetIds: readonly string[]): Promise<Set<string>> {
  if (yearSheetIds.length === 0) return new Set();
  const rows = await tx
    .withTables<CarryOverTables>()
    .selectFrom('yearSheet')
    .select(['yearSheetId', 'state'])
    .where('yearSheetId', 'in', [...yearSheetIds])
    .orderBy('yearSheetId')
    .forUpdate()
    .execute();
  return new Set(rows.filter((row) => row.state !== 'withdrawn').map((row) => row.yearSheetId));
}

/** A sheet locked by the registry stays the one in force: a version begun meanwhile is withdrawn. */
export async function withdrawOtherVersions(tx: Tx, kept: { yearSheetId: string }): Promise<void> {
  await sql`
    update year_sheet other set state = 'withdrawn' from year_sheet kept
    where kept.year_sheet_id = ${kept.yearSheetId} and other.year_sheet_id <> kept.year_sheet_id
      and other.school_id = kept.school_id and other.school_year = kept.school_year
      and other.student_id = kept.student_id and other.state not in ('withdrawn', 'recalled')`.execute(tx);
}

/** How many sheets of a pupil's year are neither withdrawn nor recalled. */
export async function sheetsInForce(
  tx: Tx,
  of: { schoolId: string; schoolYear: string; studentId: string },
): Promise<number> {
  const rows = await tx
    .withTables<CarryOverTables>()
    .selectFrom('yearSheet')
    .select('yearSheetId')
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .where('studentId', '=', of.studentId)
    .where('state', 'not in', ['withdrawn', 'recalled'])
    .execute();
  return rows.length;
}

/** Highest version of each pupil's sheet of a year, withdrawn ones included. */
export async function latestVersions(
  tx: Tx,
  of: { schoolId: string; schoolYear: string },
): Promise<Map<string, number>> {
  const rows = await tx
    .withTables<CarryOverTables>()
    .selectFrom('yearSheet')
    .select((eb) => ['studentId', eb.fn.max('version').as('version')])
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .groupBy('studentId')
    .execute();
  return new Map(rows.map((row) => [row.studentId, row.version]));
}
