import { rowOfSlot, vietnameseSortKey, type YearSheet } from '@hocba/record';
import type { Tx } from '../../platform/database/database.ts';
import type { ClassOfYear } from './enrolment.store.ts';
import type { EnrolmentTables } from './enrolment.tables.ts';

interface Roll {
  readonly schoolId: string;
  readonly sheets: readonly YearSheet[];
}

/** The class of a sheet that came finished: known by its name. */
export function classOfSheet({ schoolYear, className, school }: YearSheet): ClassOfYear {
  return { schoolId: school.schoolId, schoolYear, classId: className };
}

/**
 * Stores what finished year sheets say about the school, its staff, classes, pupils, and who teaches whom: what signing
 * by duty rests on. Adds and brings up to date; nothing an import stored is taken away.
 */
export async function saveRoll(tx: Tx, { schoolId, sheets }: Roll): Promise<void> {
  for (const sheet of sheets) {
    await saveSchool(tx, sheet);
    await saveStaff(tx, schoolId, sheet);
    await saveClass(tx, sheet);
    await saveAssignments(tx, sheet);
    await saveStudent(tx, sheet);
  }
}

async function saveSchool(tx: Tx, { school, schoolLevel }: YearSheet): Promise<void> {
  await tx
    .withTables<EnrolmentTables>()
    .insertInto('school')
    .values({ ...school, schoolLevel })
    .onConflict((conflict) => conflict.column('schoolId').doNothing())
    .execute();
}

async function saveStaff(tx: Tx, schoolId: string, { signatories }: YearSheet): Promise<void> {
  const people = signatories.filter(({ slot }) => slot !== 'organisationSeal');
  for (const { staffId, name } of people) {
    await tx
      .withTables<EnrolmentTables>()
      .insertInto('staff')
      .values({ schoolId, staffId, fullName: name, birthDate: null, positions: [] })
      .onConflict((conflict) => conflict.columns(['schoolId', 'staffId']).doNothing())
      .execute();
  }
}

async function saveClass(tx: Tx, sheet: YearSheet): Promise<void> {
  const homeroomStaffId = sheet.signatories.find(({ slot }) => slot === 'homeroomTeacher')?.staffId ?? null;
  const changeable = { name: sheet.className, grade: sheet.grade, homeroomStaffId };
  await tx
    .withTables<EnrolmentTables>()
    .insertInto('schoolClass')
    .values({ ...classOfSheet(sheet), ...changeable })
    .onConflict((conflict) => conflict.columns(['schoolId', 'schoolYear', 'classId']).doUpdateSet(changeable))
    .execute();
}

async function saveAssignments(tx: Tx, sheet: YearSheet): Promise<void> {
  for (const { slot, staffId } of sheet.signatories) {
    const subject = sheet.subjects[(rowOfSlot(slot) ?? 0) - 1]?.subject;
    if (subject === undefined) continue;
    await tx
      .withTables<EnrolmentTables>()
      .insertInto('teachingAssignment')
      .values({ ...classOfSheet(sheet), subject, staffId })
      .onConflict((conflict) =>
        conflict.columns(['schoolId', 'schoolYear', 'classId', 'subject']).doUpdateSet({ staffId }),
      )
      .execute();
  }
}

async function saveStudent(tx: Tx, sheet: YearSheet): Promise<void> {
  const db = tx.withTables<EnrolmentTables>();
  const { student, recordId, lookupCode } = sheet;
  const { studentId, fullName } = student;
  const { schoolId, schoolYear, classId } = classOfSheet(sheet);
  const changeable = { fullName, sortKey: vietnameseSortKey(fullName), profile: JSON.stringify(student) };
  await db
    .insertInto('student')
    .values({ schoolId, studentId, recordId, lookupCode, ...changeable })
    .onConflict((conflict) => conflict.columns(['schoolId', 'studentId']).doUpdateSet(changeable))
    .execute();
  const register = JSON.stringify({ statusOn: null, disabilityKind: null, registerNumber: null, enrolledOn: null });
  const place = { classId, status: 'enrolled' as const };
  await db
    .insertInto('enrolment')
    .values({ schoolId, schoolYear, studentId, register, ...place })
    .onConflict((conflict) => conflict.columns(['schoolId', 'schoolYear', 'studentId']).doUpdateSet(place))
    .execute();
}
