import type { SchoolIdentity } from '@hocba/record';
import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import { vietnamDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { signatureProfileFor } from '../../profile.ts';
import {
  type EnrolledStudent,
  findStaff,
  getSchool,
  listAssignments,
  listStudents,
  lockClass,
  type SchoolClass,
} from '../enrolment/index.ts';
import {
  evaluatePupil,
  findRelease,
  listFrozen,
  listPupilYears,
  lockPupilYears,
  type PupilYear,
} from '../entry/index.ts';
import { listHolders } from '../people/index.ts';
import { buildYearSheet, type StaffMember, type YearSheetParts } from './build-year-sheet.ts';
import { mayCarryOver } from './carry-over.policy.ts';
import { auditFrozen, type Freezing, freezeSheet } from './freeze-sheet.ts';
import { saveClassSummary } from './save-class-summary.ts';
import { requireWritable } from './writable-sheet.ts';
import { insertYearSheets, latestVersions, type NewYearSheet } from './year-sheet.store.ts';

export interface PupilName {
  readonly recordId: string;
  readonly fullName: string;
}

export interface CarryOverReport {
  readonly carriedOver: number;
  /** Pupils whose sheet was frozen before. */
  readonly already: number;
  /** Pupils not completed, awaiting supplementary assessment or the principal's decision. */
  readonly waiting: readonly PupilName[];
  /** Pupils left out because their data is missing or wrong. */
  readonly faulty: readonly PupilName[];
}

/**
 * Kết chuyển: freezes the year sheets of all pupils of a released class who are ready, and the class summary with them.
 * Holds the class and its pupils' facts meanwhile: what somebody saves at the same moment is in the sheet, or is refused.
 */
export async function carryOverClass(
  platform: Platform,
  actor: Actor,
  of: { schoolYear: string; classId: string },
): Promise<CarryOverReport> {
  permit(mayCarryOver(actor));
  return platform.database.transaction(actor, async (tx) => {
    const schoolClass = await lockClass(tx, { schoolId: actor.schoolId, ...of });
    if (!(await findRelease(tx, schoolClass))) throw notReleased(schoolClass.name);
    const students = await listStudents(tx, schoolClass);
    const { schoolId, schoolYear } = schoolClass;
    await lockPupilYears(tx, { schoolId, schoolYear, studentIds: students.map(({ studentId }) => studentId) });
    const frozenBefore = await listFrozen(tx, schoolClass);
    const open = students.filter(({ studentId }) => !frozenBefore.has(studentId));
    const { ready, waiting, faulty } = sortPupils(open, await listPupilYears(tx, schoolClass), schoolClass);
    const shared = await loadShared(tx, platform, schoolClass);
    const versions = await latestVersions(tx, schoolClass);
    const built = ready.map((pupil) =>
      buildYearSheet({ ...shared, ...pupil, version: (versions.get(pupil.student.studentId) ?? 0) + 1 }),
    );
    requireWritable(built);
    const sheets = built.map((sheet) => freezeSheet(sheet, { platform, actor, schoolClass }));
    await insertYearSheets(tx, sheets);
    await saveClassSummary(tx, { schoolClass, at: platform.clock.now() });
    await auditCarryOver(tx, { actor, platform, schoolClass, sheets });
    return { carriedOver: sheets.length, already: students.length - open.length, waiting, faulty };
  });
}

type ReadyPupil = Pick<YearSheetParts, 'student' | 'facts' | 'conclusion'>;

function sortPupils(
  students: readonly EnrolledStudent[],
  years: ReadonlyMap<string, PupilYear>,
  { schoolYear, grade }: SchoolClass,
) {
  const ready: ReadyPupil[] = [];
  const waiting: PupilName[] = [];
  const faulty: PupilName[] = [];
  for (const student of students) {
    const facts = years.get(student.studentId)?.facts;
    const judged = facts && evaluatePupil(facts, { student, schoolYear, grade });
    if (judged && 'conclusion' in judged.conclusion)
      ready.push({ student, facts, conclusion: judged.conclusion.conclusion });
    else {
      const name = { recordId: student.recordId, fullName: student.profile.fullName };
      (judged?.readiness === 'waiting' ? waiting : faulty).push(name);
    }
  }
  return { ready, waiting, faulty };
}

type Shared = Omit<YearSheetParts, 'student' | 'facts' | 'conclusion' | 'version'>;

async function loadShared(tx: Tx, platform: Platform, schoolClass: SchoolClass): Promise<Shared> {
  const day = vietnamDay(platform.clock.now());
  const principals = await listHolders(tx, schoolClass.schoolId, 'principal');
  const [principal] = principals;
  if (!principal || principals.length > 1) throw notOnePrincipal(principals.length);
  const homeroomTeacher = schoolClass.homeroomStaffId
    ? await findStaff(tx, schoolClass.schoolId, schoolClass.homeroomStaffId)
    : undefined;
  if (!homeroomTeacher) throw nobodyToSign(schoolClass.name);
  const teachers = new Map<string, StaffMember>(
    (await listAssignments(tx, schoolClass)).map(({ subject, staffId, fullName }) => [subject, { staffId, fullName }]),
  );
  const school: SchoolIdentity = await getSchool(tx, schoolClass.schoolId);
  const profile = signatureProfileFor(platform.profile, 'primary', day);
  const { schoolYear } = schoolClass;
  return { school, schoolYear, schoolClass, carriedOverOn: day, profile, homeroomTeacher, principal, teachers };
}

async function auditCarryOver(
  tx: Tx,
  of: Freezing & { schoolClass: SchoolClass; sheets: readonly NewYearSheet[] },
): Promise<void> {
  const { actor, platform, schoolClass, sheets } = of;
  const at = platform.clock.now();
  const schoolId = schoolClass.schoolId;
  const subject = { kind: 'class', id: `${schoolClass.schoolYear}/${schoolClass.classId}` };
  await writeAudit(tx, {
    schoolId,
    by: actor,
    at,
    action: 'carryOverClass',
    subject,
    details: { sheets: sheets.length },
  });
  await auditFrozen(tx, of);
}

function notReleased(className: string): AppError {
  return new AppError({
    code: 'class-not-released',
    status: 409,
    sentence: `Lớp ${className} chưa được ban hành dữ liệu theo dõi. Phó hiệu trưởng cần ban hành lớp trước khi kết chuyển.`,
  });
}

function nobodyToSign(className: string): AppError {
  return new AppError({
    code: 'signatory-missing',
    status: 409,
    sentence: `Lớp ${className} chưa có giáo viên chủ nhiệm. Hãy bổ sung vào bảng tính rồi nhập lại.`,
  });
}

function notOnePrincipal(count: number): AppError {
  const found = count === 0 ? 'Trường chưa có hiệu trưởng' : `Trường đang có ${count} người giữ chức vụ hiệu trưởng`;
  return new AppError({
    code: 'signatory-missing',
    status: 409,
    sentence: `${found} trong hệ thống. Quản trị hệ thống cần xác nhận chức vụ của đúng một hiệu trưởng rồi mới kết chuyển được.`,
  });
}
