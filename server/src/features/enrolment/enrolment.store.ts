import type { SchoolIdentity, SchoolLevel, StudentProfile } from '@hocba/record';
import { notFound } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { EnrolmentTables } from './enrolment.tables.ts';

export interface ClassOfYear {
  readonly schoolId: string;
  readonly schoolYear: string;
  readonly classId: string;
}

export interface SchoolClass extends ClassOfYear {
  readonly name: string;
  readonly grade: number;
  readonly homeroomStaffId: string | null;
}

export interface EnrolledStudent {
  readonly studentId: string;
  readonly recordId: string;
  readonly lookupCode: string;
  readonly profile: StudentProfile;
}

/** Undefined before the first import. */
export async function findSchool(tx: Tx, schoolId: string): Promise<SchoolIdentity | undefined> {
  return tx
    .withTables<EnrolmentTables>()
    .selectFrom('school')
    .select(['schoolId', 'name', 'communeCode', 'communeName', 'provinceCode', 'provinceName'])
    .where('schoolId', '=', schoolId)
    .executeTakeFirst();
}

/** @throws AppError 404. */
export async function getSchool(tx: Tx, schoolId: string): Promise<SchoolIdentity> {
  const row = await findSchool(tx, schoolId);
  if (!row) throw notFound('trường');
  return row;
}

/** Cấp học; primary before anything is known of the school. */
export async function schoolLevelOf(tx: Tx, schoolId: string): Promise<SchoolLevel> {
  const row = await tx
    .withTables<EnrolmentTables>()
    .selectFrom('school')
    .select('schoolLevel')
    .where('schoolId', '=', schoolId)
    .executeTakeFirst();
  return row?.schoolLevel ?? 'primary';
}

/** Null before the first import. */
export async function findSchoolName(tx: Tx, schoolId: string): Promise<string | null> {
  return (await findSchool(tx, schoolId))?.name ?? null;
}

export async function listClasses(tx: Tx, schoolId: string, schoolYear: string): Promise<SchoolClass[]> {
  return tx
    .withTables<EnrolmentTables>()
    .selectFrom('schoolClass')
    .selectAll()
    .where('schoolId', '=', schoolId)
    .where('schoolYear', '=', schoolYear)
    .orderBy('grade')
    .orderBy('name')
    .execute();
}

/** @throws AppError 404. */
export async function getClass(tx: Tx, of: ClassOfYear): Promise<SchoolClass> {
  const row = await tx
    .withTables<EnrolmentTables>()
    .selectFrom('schoolClass')
    .selectAll()
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .where('classId', '=', of.classId)
    .executeTakeFirst();
  if (!row) throw notFound(`lớp ${of.classId} của năm học ${of.schoolYear}`);
  return row;
}

/** The class, taken until the transaction ends: release, carry-over and import of it come one after the other. @throws AppError 404. */
export async function lockClass(tx: Tx, of: ClassOfYear): Promise<SchoolClass> {
  await tx
    .withTables<EnrolmentTables>()
    .selectFrom('schoolClass')
    .select('classId')
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .where('classId', '=', of.classId)
    .forUpdate()
    .execute();
  return getClass(tx, of);
}

/** Every class of a year, as `lockClass`. */
export async function lockClasses(tx: Tx, of: { schoolId: string; schoolYear: string }): Promise<void> {
  await tx
    .withTables<EnrolmentTables>()
    .selectFrom('schoolClass')
    .select('classId')
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .orderBy('classId')
    .forUpdate()
    .execute();
}

export async function listSchoolYears(tx: Tx, schoolId: string): Promise<string[]> {
  const rows = await tx
    .withTables<EnrolmentTables>()
    .selectFrom('schoolClass')
    .select('schoolYear')
    .distinct()
    .where('schoolId', '=', schoolId)
    .orderBy('schoolYear', 'desc')
    .execute();
  return rows.map((row) => row.schoolYear);
}

/** Pupils present at the year's end, in Vietnamese order. */
export async function listStudents(tx: Tx, of: ClassOfYear): Promise<EnrolledStudent[]> {
  return tx
    .withTables<EnrolmentTables>()
    .selectFrom('enrolment')
    .innerJoin('student', (join) =>
      join.onRef('student.schoolId', '=', 'enrolment.schoolId').onRef('student.studentId', '=', 'enrolment.studentId'),
    )
    .select(['student.studentId', 'student.recordId', 'student.lookupCode', 'student.profile'])
    .where('enrolment.schoolId', '=', of.schoolId)
    .where('enrolment.schoolYear', '=', of.schoolYear)
    .where('enrolment.classId', '=', of.classId)
    .where('enrolment.status', 'in', ['enrolled', 'transferredIn'])
    .orderBy('student.sortKey')
    .orderBy('student.studentId')
    .execute();
}

export interface StudentOfYear extends EnrolledStudent {
  readonly classId: string;
  readonly className: string;
  readonly grade: number;
}

/** A pupil and the class of a year by the record's id: the only key of a pupil used in addresses. @throws AppError 404. */
export async function getStudentOfYear(
  tx: Tx,
  of: { schoolId: string; schoolYear: string; recordId: string },
): Promise<StudentOfYear> {
  const row = await tx
    .withTables<EnrolmentTables>()
    .selectFrom('student')
    .innerJoin('enrolment', (join) =>
      join.onRef('enrolment.schoolId', '=', 'student.schoolId').onRef('enrolment.studentId', '=', 'student.studentId'),
    )
    .innerJoin('schoolClass', (join) =>
      join
        .onRef('schoolClass.schoolId', '=', 'enrolment.schoolId')
        .onRef('schoolClass.schoolYear', '=', 'enrolment.schoolYear')
        .onRef('schoolClass.classId', '=', 'enrolment.classId'),
    )
    .select(['student.studentId', 'student.recordId', 'student.lookupCode', 'student.profile'])
    .select(['enrolment.classId', 'schoolClass.name as className', 'schoolClass.grade'])
    .where('student.schoolId', '=', of.schoolId)
    .where('student.recordId', '=', of.recordId)
    .where('enrolment.schoolYear', '=', of.schoolYear)
    .executeTakeFirst();
  if (!row) throw notFound('học sinh trong năm học này');
  return row;
}

export async function findEnrolment(tx: Tx, of: { schoolId: string; schoolYear: string; studentId: string }) {
  return tx
    .withTables<EnrolmentTables>()
    .selectFrom('enrolment')
    .select(['classId', 'status'])
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .where('studentId', '=', of.studentId)
    .executeTakeFirst();
}

/** Whether the school knows the pupil, from whatever year. */
export async function findStudent(tx: Tx, of: { schoolId: string; studentId: string }) {
  return tx
    .withTables<EnrolmentTables>()
    .selectFrom('student')
    .select(['recordId', 'lookupCode'])
    .where('schoolId', '=', of.schoolId)
    .where('studentId', '=', of.studentId)
    .executeTakeFirst();
}

export async function listAssignments(tx: Tx, of: ClassOfYear) {
  return tx
    .withTables<EnrolmentTables>()
    .selectFrom('teachingAssignment')
    .innerJoin('staff', (join) =>
      join
        .onRef('staff.schoolId', '=', 'teachingAssignment.schoolId')
        .onRef('staff.staffId', '=', 'teachingAssignment.staffId'),
    )
    .select(['teachingAssignment.subject', 'staff.staffId', 'staff.fullName'])
    .where('teachingAssignment.schoolId', '=', of.schoolId)
    .where('teachingAssignment.schoolYear', '=', of.schoolYear)
    .where('teachingAssignment.classId', '=', of.classId)
    .execute();
}

export async function findStaff(tx: Tx, schoolId: string, staffId: string) {
  return tx
    .withTables<EnrolmentTables>()
    .selectFrom('staff')
    .select(['staffId', 'fullName', 'positions'])
    .where('schoolId', '=', schoolId)
    .where('staffId', '=', staffId)
    .executeTakeFirst();
}
