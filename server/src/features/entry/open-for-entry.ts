import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { PupilYearKey } from './entry.store.ts';

/**
 * Entry is open until the pupil's sheet is frozen. After the class is released only pupils whose sheet was not yet
 * carried over (supplementary assessment, withdrawn sheet) stay open. Reads year_sheet by SQL: carry-over is a later feature.
 */
export async function requireOpenForEntry(tx: Tx, key: PupilYearKey & { classId: string }): Promise<void> {
  if (await isFrozen(tx, key)) {
    throw new AppError({
      code: 'frozen',
      status: 409,
      sentence:
        'Dữ liệu của học sinh này đã kết chuyển sang học bạ số nên không sửa được. Nếu có sai sót, đề nghị hiệu trưởng rút học bạ (trước khi chốt) rồi sửa lại.',
    });
  }
}

export async function isFrozen(tx: Tx, key: PupilYearKey): Promise<boolean> {
  const row = await tx
    .withTables<{ yearSheet: { schoolId: string; schoolYear: string; studentId: string; state: string } }>()
    .selectFrom('yearSheet')
    .select('state')
    .where('schoolId', '=', key.schoolId)
    .where('schoolYear', '=', key.schoolYear)
    .where('studentId', '=', key.studentId)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst();
  return row !== undefined;
}

/** Student ids of a year whose sheet is frozen. */
export async function listFrozen(tx: Tx, of: { schoolId: string; schoolYear: string }): Promise<Set<string>> {
  const rows = await tx
    .withTables<{ yearSheet: { schoolId: string; schoolYear: string; studentId: string; state: string } }>()
    .selectFrom('yearSheet')
    .select('studentId')
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .where('state', '!=', 'withdrawn')
    .execute();
  return new Set(rows.map((row) => row.studentId));
}
