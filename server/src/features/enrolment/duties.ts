import type { PrimarySubject, SecondarySubject } from '@hocba/record';
import type { Tx } from '../../platform/database/database.ts';
import type { EnrolmentTables } from './enrolment.tables.ts';

/** Who teaches whom, of one person in one school year: what authorisation by duty rests on. */
export interface Duties {
  readonly homeroomOf: readonly string[];
  readonly teaches: readonly { readonly classId: string; readonly subject: PrimarySubject | SecondarySubject }[];
}

export interface DutyHolder {
  readonly schoolId: string;
  readonly staffId: string | null;
}

export async function loadDuties(tx: Tx, holder: DutyHolder, schoolYear: string): Promise<Duties> {
  const { schoolId, staffId } = holder;
  if (staffId === null) return { homeroomOf: [], teaches: [] };
  const db = tx.withTables<EnrolmentTables>();
  const [classes, teaches] = await Promise.all([
    db
      .selectFrom('schoolClass')
      .select('classId')
      .where('schoolId', '=', schoolId)
      .where('schoolYear', '=', schoolYear)
      .where('homeroomStaffId', '=', staffId)
      .execute(),
    db
      .selectFrom('teachingAssignment')
      .select(['classId', 'subject'])
      .where('schoolId', '=', schoolId)
      .where('schoolYear', '=', schoolYear)
      .where('staffId', '=', staffId)
      .execute(),
  ]);
  return { homeroomOf: classes.map((row) => row.classId), teaches };
}
