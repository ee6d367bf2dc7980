import type { YearSheet } from '@hocba/record';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';

/** A sheet that came finished from the school's own software: nothing was entered for it here. */
export interface PreparedSheet {
  readonly yearSheetId: string;
  readonly version: number;
  readonly state: string;
  readonly content: YearSheet;
}

/**
 * The latest sheet of each of these pupils, by student id, also where it was withdrawn. For pupils without facts. Reads
 * year_sheet by SQL: carry-over is a later feature.
 */
export async function latestSheets(
  tx: Tx,
  of: { schoolId: string; schoolYear: string; studentIds: readonly string[] },
): Promise<Map<string, PreparedSheet>> {
  if (of.studentIds.length === 0) return new Map();
  const { rows } = await sql<PreparedSheet & { studentId: string }>`
    select distinct on (student_id) student_id, year_sheet_id, version, state, content from year_sheet
    where school_id = ${of.schoolId} and school_year = ${of.schoolYear} and student_id = any(${[...of.studentIds]})
    order by student_id, version desc`.execute(tx);
  return new Map(rows.map(({ studentId, ...sheet }) => [studentId, sheet]));
}

/** Student ids of a year that have a sheet and no facts. */
export async function listPrepared(tx: Tx, of: { schoolId: string; schoolYear: string }): Promise<Set<string>> {
  const { rows } = await sql<{ studentId: string }>`
    select distinct sheet.student_id from year_sheet sheet
    where sheet.school_id = ${of.schoolId} and sheet.school_year = ${of.schoolYear} and not exists (
      select from pupil_year facts where facts.school_id = sheet.school_id
        and facts.school_year = sheet.school_year and facts.student_id = sheet.student_id)`.execute(tx);
  return new Set(rows.map(({ studentId }) => studentId));
}
