import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';

/** Học bạ đã rút with nothing in its place yet: what happened, for whoever puts it right. */
export interface WithdrawnSheet {
  readonly version: number;
  /** Null for a version that had to give way to a locked one: nobody withdrew it. */
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly reason: string | null;
}

/** Of a year, by student id. Reads year_sheet by SQL: carry-over is a later feature. @law KH 213/KH-BGDĐT PL 2.4 */
export async function listWithdrawn(
  tx: Tx,
  of: { schoolId: string; schoolYear: string },
): Promise<Map<string, WithdrawnSheet>> {
  const { rows } = await sql<WithdrawnSheet & { studentId: string }>`
    select distinct on (sheet.student_id) sheet.student_id, sheet.version,
      act.at as withdrawn_at, act.actor as withdrawn_by, act.details ->> 'reason' as reason
    from year_sheet sheet
    left join audit_log act on act.school_id = sheet.school_id and act.subject_kind = 'yearSheet'
      and act.subject_id = sheet.year_sheet_id::text and act.action = 'withdrawYearSheet'
    where sheet.school_id = ${of.schoolId} and sheet.school_year = ${of.schoolYear} and sheet.state = 'withdrawn'
      and not exists (
        select from year_sheet standing where standing.school_id = sheet.school_id
          and standing.school_year = sheet.school_year and standing.student_id = sheet.student_id
          and standing.state not in ('withdrawn', 'recalled'))
    order by sheet.student_id, sheet.version desc, act.id desc`.execute(tx);
  return new Map(rows.map(({ studentId, ...sheet }) => [studentId, sheet]));
}
