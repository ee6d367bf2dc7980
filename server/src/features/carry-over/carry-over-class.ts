import { createHash, randomUUID } from 'node:crypto';
import { contentDigestInput, type PrimaryYearSheet, type SchoolIdentity } from '@hocba/record';
import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAudit, writeAuditEntries } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { inForce } from '../../profile.ts';
import {
  findStaff,
  getClass,
  getSchool,
  listAssignments,
  listStaffByPosition,
  listStudents,
  type SchoolClass,
} from '../enrolment/index.ts';
import { evaluatePupil, findRelease, listPupilYears } from '../entry/index.ts';
import { buildYearSheet, type StaffMember, type YearSheetParts } from './build-year-sheet.ts';
import { mayCarryOver } from './carry-over.policy.ts';
import { cohortOf } from './cohort.ts';
import { saveClassSummary } from './save-class-summary.ts';
import { insertYearSheets, latestVersions, listYearSheets, type NewYearSheet } from './year-sheet.store.ts';

export interface CarryOverReport {
  readonly carriedOver: number;
  /** Pupils whose sheet was frozen before. */
  readonly already: number;
  /** Pupils not completed, awaiting supplementary assessment or the principal's decision. */
  readonly waiting: readonly { readonly recordId: string; readonly fullName: string }[];
}

/** Kết chuyển: freezes the year sheets of all pupils of a released class who are ready, and the class summary with them. */
export async function carryOverClass(
  platform: Platform,
  actor: Actor,
  of: { schoolYear: string; classId: string },
): Promise<CarryOverReport> {
  permit(mayCarryOver(actor));
  return platform.database.transaction(actor, async (tx) => {
    const schoolClass = await getClass(tx, { schoolId: actor.schoolId, ...of });
    if (!(await findRelease(tx, schoolClass))) throw notReleased(schoolClass.name);
    const frozenBefore = new Set((await listYearSheets(tx, schoolClass)).map((sheet) => sheet.studentId));
    const shared = await loadShared(tx, platform, schoolClass);
    const years = await listPupilYears(tx, schoolClass);
    const versions = await latestVersions(tx, schoolClass);
    const sheets: NewYearSheet[] = [];
    const waiting: { recordId: string; fullName: string }[] = [];
    for (const student of await listStudents(tx, schoolClass)) {
      if (frozenBefore.has(student.studentId)) continue;
      const facts = years.get(student.studentId)?.facts;
      const judged = facts && evaluatePupil(facts, { student, schoolYear: of.schoolYear, grade: schoolClass.grade });
      if (!judged || !('conclusion' in judged.conclusion)) {
        waiting.push({ recordId: student.recordId, fullName: student.profile.fullName });
        continue;
      }
      const version = (versions.get(student.studentId) ?? 0) + 1;
      const sheet = buildYearSheet({ ...shared, student, facts, conclusion: judged.conclusion.conclusion, version });
      sheets.push(frozen(sheet, { platform, actor, schoolClass }));
    }
    await insertYearSheets(tx, sheets);
    await saveClassSummary(tx, { schoolClass, at: platform.clock.now() });
    await auditCarryOver(tx, { actor, platform, schoolClass, sheets });
    return { carriedOver: sheets.length, already: frozenBefore.size, waiting };
  });
}

type Shared = Omit<YearSheetParts, 'student' | 'facts' | 'conclusion' | 'version'>;

async function loadShared(tx: Tx, platform: Platform, schoolClass: SchoolClass): Promise<Shared> {
  const day = platform.clock.now().toISOString().slice(0, 10);
  const [principal] = await listStaffByPosition(tx, schoolClass.schoolId, 'principal');
  const homeroomTeacher = schoolClass.homeroomStaffId
    ? await findStaff(tx, schoolClass.schoolId, schoolClass.homeroomStaffId)
    : undefined;
  if (!principal || !homeroomTeacher) throw nobodyToSign(schoolClass.name);
  const teachers = new Map<string, StaffMember>(
    (await listAssignments(tx, schoolClass)).map(({ subject, staffId, fullName }) => [subject, { staffId, fullName }]),
  );
  const school: SchoolIdentity = await getSchool(tx, schoolClass.schoolId);
  const profile = inForce(platform.profile.signatureProfile, day);
  const { schoolYear } = schoolClass;
  return { school, schoolYear, schoolClass, carriedOverOn: day, profile, homeroomTeacher, principal, teachers };
}

interface Freezing {
  readonly platform: Platform;
  readonly actor: Actor;
  readonly schoolClass: SchoolClass;
}

function frozen(sheet: PrimaryYearSheet, { platform, actor, schoolClass }: Freezing): NewYearSheet {
  return {
    yearSheetId: randomUUID(),
    schoolId: schoolClass.schoolId,
    schoolYear: schoolClass.schoolYear,
    classId: schoolClass.classId,
    studentId: sheet.student.studentId,
    recordId: sheet.recordId,
    lookupCode: sheet.lookupCode,
    version: sheet.version,
    content: sheet,
    contentDigest: createHash('sha256').update(contentDigestInput(sheet)).digest('hex'),
    cohort: cohortOf(sheet),
    carriedOverAt: platform.clock.now(),
    carriedOverBy: actor.fullName,
  };
}

async function auditCarryOver(tx: Tx, of: Freezing & { sheets: readonly NewYearSheet[] }): Promise<void> {
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
  await writeAuditEntries(
    tx,
    sheets.map((sheet) => ({
      schoolId,
      by: actor,
      at,
      action: 'carryOver',
      subject: { kind: 'yearSheet', id: sheet.yearSheetId },
      details: { version: sheet.version, contentDigest: sheet.contentDigest },
    })),
  );
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
    sentence: `Lớp ${className} chưa có giáo viên chủ nhiệm hoặc trường chưa có hiệu trưởng trong danh sách nhân sự. Hãy bổ sung rồi nhập lại bảng tính.`,
  });
}
