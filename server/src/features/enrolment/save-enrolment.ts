import { isDeepStrictEqual } from 'node:util';
import { vietnameseSortKey } from '@hocba/record';
import type { Tx } from '../../platform/database/database.ts';
import { endAbsentDuties } from './end-absent-duties.ts';
import type { EnrolmentTables } from './enrolment.tables.ts';
import type { ImportedSchool, ImportedStudent } from './workbook/imported-school.ts';

/** How many rows of a kind an import added, changed, or found as they already were. */
export interface ChangeCount {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export type EnrolmentChanges = Readonly<Record<'staff' | 'classes' | 'assignments' | 'students', ChangeCount>>;

export interface SaveEnrolment {
  readonly schoolId: string;
  readonly imported: ImportedSchool;
  /** Random, 32 hex digits; for record ids and look-up codes of new pupils. */
  readonly newCode: () => string;
}

/**
 * Stores what the workbook says about people and classes; a second import of the same file changes nothing. Who and what
 * is no longer in it has no duties any more; that no pupil is missing is for the caller to see to.
 */
export async function saveEnrolment(tx: Tx, save: SaveEnrolment): Promise<EnrolmentChanges> {
  await saveSchool(tx, save);
  const changes = {
    staff: await saveStaff(tx, save),
    classes: await saveClasses(tx, save),
    assignments: await saveAssignments(tx, save),
    students: await saveStudents(tx, save),
  };
  await endAbsentDuties(tx, save);
  return changes;
}

/** The first import names the school; later ones leave it as it is. */
async function saveSchool(tx: Tx, { schoolId, imported }: SaveEnrolment): Promise<void> {
  await tx
    .withTables<EnrolmentTables>()
    .insertInto('school')
    .values({ ...imported.school, schoolId, schoolLevel: 'primary' })
    .onConflict((conflict) => conflict.column('schoolId').doNothing())
    .execute();
}

async function saveStaff(tx: Tx, { schoolId, imported }: SaveEnrolment): Promise<ChangeCount> {
  const db = tx.withTables<EnrolmentTables>();
  const rows = imported.staff.map((person) => ({
    schoolId,
    staffId: person.staffId,
    fullName: person.fullName,
    birthDate: person.birthDate,
    positions: [person.position],
  }));
  const known = await db.selectFrom('staff').selectAll().where('schoolId', '=', schoolId).execute();
  return applyChanges(known, rows, {
    keyOf: (row) => row.staffId,
    write: async (row) => {
      await db
        .insertInto('staff')
        .values(row)
        .onConflict((conflict) => conflict.columns(['schoolId', 'staffId']).doUpdateSet(row))
        .execute();
    },
  });
}

async function saveClasses(tx: Tx, { schoolId, imported }: SaveEnrolment): Promise<ChangeCount> {
  const db = tx.withTables<EnrolmentTables>();
  const { schoolYear } = imported;
  const rows = imported.classes.map((each) => ({
    schoolId,
    schoolYear,
    classId: each.classId,
    name: each.name,
    grade: each.grade as number,
    homeroomStaffId: each.homeroomTeacherId as string | null,
  }));
  const known = await db
    .selectFrom('schoolClass')
    .selectAll()
    .where('schoolId', '=', schoolId)
    .where('schoolYear', '=', schoolYear)
    .execute();
  return applyChanges(known, rows, {
    keyOf: (row) => row.classId,
    write: async (row) => {
      await db
        .insertInto('schoolClass')
        .values(row)
        .onConflict((conflict) => conflict.columns(['schoolId', 'schoolYear', 'classId']).doUpdateSet(row))
        .execute();
    },
  });
}

async function saveAssignments(tx: Tx, { schoolId, imported }: SaveEnrolment): Promise<ChangeCount> {
  const db = tx.withTables<EnrolmentTables>();
  const { schoolYear } = imported;
  const rows = imported.assignments.map((each) => ({ schoolId, schoolYear, ...each }));
  const known = await db
    .selectFrom('teachingAssignment')
    .selectAll()
    .where('schoolId', '=', schoolId)
    .where('schoolYear', '=', schoolYear)
    .execute();
  return applyChanges(known, rows, {
    keyOf: (row) => `${row.classId}/${row.subject}`,
    write: async (row) => {
      await db
        .insertInto('teachingAssignment')
        .values(row)
        .onConflict((conflict) => conflict.columns(['schoolId', 'schoolYear', 'classId', 'subject']).doUpdateSet(row))
        .execute();
    },
  });
}

async function saveStudents(tx: Tx, save: SaveEnrolment): Promise<ChangeCount> {
  const { schoolId, imported } = save;
  const known = await tx
    .withTables<EnrolmentTables>()
    .selectFrom('student')
    .leftJoin('enrolment', (join) =>
      join
        .onRef('enrolment.schoolId', '=', 'student.schoolId')
        .onRef('enrolment.studentId', '=', 'student.studentId')
        .on('enrolment.schoolYear', '=', imported.schoolYear),
    )
    .select(['student.studentId', 'student.profile', 'enrolment.classId', 'enrolment.status', 'enrolment.register'])
    .where('student.schoolId', '=', schoolId)
    .execute();
  const rows = imported.students.map((each) => ({
    studentId: each.profile.studentId,
    profile: each.profile,
    classId: each.classId as string | null,
    status: each.status as ImportedStudent['status'] | null,
    register: registerOf(each) as ReturnType<typeof registerOf> | null,
  }));
  return applyChanges(known, rows, {
    keyOf: (row) => row.studentId,
    write: (row) => writeStudent(tx, save, row as StudentRow),
  });
}

interface StudentRow {
  readonly studentId: string;
  readonly profile: ImportedStudent['profile'];
  readonly classId: string;
  readonly status: ImportedStudent['status'];
  readonly register: ReturnType<typeof registerOf>;
}

function registerOf({ statusOn, disabilityKind, registerNumber, enrolledOn }: ImportedStudent) {
  return { statusOn, disabilityKind, registerNumber, enrolledOn };
}

async function writeStudent(tx: Tx, save: SaveEnrolment, row: StudentRow): Promise<void> {
  const db = tx.withTables<EnrolmentTables>();
  const { schoolId } = save;
  const { schoolYear } = save.imported;
  const { studentId, classId, status } = row;
  const changeable = {
    fullName: row.profile.fullName,
    sortKey: vietnameseSortKey(row.profile.fullName),
    profile: JSON.stringify(row.profile),
  };
  await db
    .insertInto('student')
    .values({ schoolId, studentId, recordId: save.newCode(), lookupCode: save.newCode(), ...changeable })
    .onConflict((conflict) => conflict.columns(['schoolId', 'studentId']).doUpdateSet(changeable))
    .execute();
  const place = { classId, status, register: JSON.stringify(row.register) };
  await db
    .insertInto('enrolment')
    .values({ schoolId, schoolYear, studentId, ...place })
    .onConflict((conflict) => conflict.columns(['schoolId', 'schoolYear', 'studentId']).doUpdateSet(place))
    .execute();
}

interface Writing<Row, Known> {
  readonly keyOf: (row: Row | Known) => string;
  readonly write: (row: Row) => Promise<void>;
  /** Whether what is stored already says it; by default field by field. */
  readonly same?: (known: Known, row: Row) => boolean;
}

/** Writes only rows that are new or differ. */
export async function applyChanges<Row, Known = Row>(
  known: readonly Known[],
  rows: readonly Row[],
  how: Writing<Row, Known>,
): Promise<ChangeCount> {
  const before = new Map(known.map((row) => [how.keyOf(row), row]));
  const same = how.same ?? isDeepStrictEqual;
  const count = { added: 0, changed: 0, unchanged: 0 };
  for (const row of rows) {
    const old = before.get(how.keyOf(row));
    if (old !== undefined && same(old, row)) {
      count.unchanged += 1;
      continue;
    }
    await how.write(row);
    count[old === undefined ? 'added' : 'changed'] += 1;
  }
  return count;
}
