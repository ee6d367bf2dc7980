import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { EnrolmentTables } from './enrolment.tables.ts';
import type { ImportedSchool } from './workbook/imported-school.ts';

/** Ends what an earlier workbook said and this one does not: positions, assignments, classes without pupils. */
export async function endAbsentDuties(
  tx: Tx,
  { schoolId, imported }: { schoolId: string; imported: ImportedSchool },
): Promise<void> {
  const db = tx.withTables<EnrolmentTables>();
  const { schoolYear } = imported;
  await db
    .updateTable('staff')
    .set({ positions: [] })
    .where('schoolId', '=', schoolId)
    .where('staffId', '<>', sql<string>`all(${imported.staff.map(({ staffId }) => staffId)}::text[])`)
    .execute();
  const assigned = imported.assignments.map(({ classId, subject }) => `${classId}/${subject}`);
  await db
    .deleteFrom('teachingAssignment')
    .where('schoolId', '=', schoolId)
    .where('schoolYear', '=', schoolYear)
    .where(sql<string>`class_id || '/' || subject`, '<>', sql<string>`all(${assigned}::text[])`)
    .execute();
  const classes = imported.classes.map(({ classId }) => classId);
  const absent = sql<string>`all(${classes}::text[])`;
  await db
    .updateTable('schoolClass')
    .set({ homeroomStaffId: null })
    .where('schoolId', '=', schoolId)
    .where('schoolYear', '=', schoolYear)
    .where('classId', '<>', absent)
    .execute();
  await db
    .deleteFrom('schoolClass')
    .where('schoolId', '=', schoolId)
    .where('schoolYear', '=', schoolYear)
    .where('classId', '<>', absent)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('enrolment')
            .select('enrolment.studentId')
            .whereRef('enrolment.schoolId', '=', 'schoolClass.schoolId')
            .whereRef('enrolment.schoolYear', '=', 'schoolClass.schoolYear')
            .whereRef('enrolment.classId', '=', 'schoolClass.classId'),
        ),
      ),
    )
    .execute();
}
