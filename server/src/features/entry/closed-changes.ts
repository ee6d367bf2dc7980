import { isDeepStrictEqual } from 'node:util';
import type { StudentProfile } from '@hocba/record';
import type { Tx } from '../../platform/database/database.ts';
import {
  type EnrolmentTables,
  type ImportedSchool,
  type ImportedStudent,
  sheetNames,
  type WorkbookProblem,
} from '../enrolment/index.ts';
import type { EntryTables } from './entry.tables.ts';
import { factsOfWorkbook } from './imported-facts.ts';
import { isCompleteAtRelease, isInForce, listSheets } from './open-for-entry.ts';
import { evaluatePupil } from './pupil-outcome.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';

/**
 * What an import may not do: change or drop a pupil whose sheet is frozen, change the results of one whose class was
 * released, or leave out a pupil without saying what became of them. One problem for each pupil.
 */
export async function closedChanges(tx: Tx, schoolId: string, imported: ImportedSchool): Promise<WorkbookProblem[]> {
  const of = { schoolId, schoolYear: imported.schoolYear };
  const sheets = await listSheets(tx, of);
  const frozen = new Map(sheets.filter(isInForce).map((sheet) => [sheet.studentId, sheet]));
  const everFrozen = new Set(sheets.map(({ studentId }) => studentId));
  const students = new Map(imported.students.map((student) => [student.profile.studentId, student]));
  const facts = new Map(factsOfWorkbook(imported).map((each) => [each.studentId, each.facts]));
  return (await listKnownPupils(tx, of)).flatMap((known) => {
    const now = students.get(known.studentId);
    if (!now) return hasLeft(known) ? [] : [absentProblem(known)];
    const sheet = frozen.get(known.studentId);
    const results = isDeepStrictEqual(known.imported, facts.get(known.studentId) ?? null) ? [] : ['kết quả'];
    const profile = sheet && !isDeepStrictEqual(sheet.profile, now.profile) ? ['thông tin cá nhân'] : [];
    if (sheet)
      return closedProblem(now, 'frozen', [...placeChanges(known, now, sheet.classId), ...profile, ...results]);
    const closed = known.released && !everFrozen.has(known.studentId) && isComplete(known, of.schoolYear);
    return closed ? closedProblem(now, 'released', [...placeChanges(known, now, known.classId), ...results]) : [];
  });
}

interface KnownPupil {
  readonly studentId: string;
  readonly recordId: string;
  readonly lookupCode: string;
  readonly profile: StudentProfile;
  readonly classId: string;
  readonly grade: number;
  readonly status: ImportedStudent['status'];
  readonly facts: PupilYearFacts | null;
  readonly imported: PupilYearFacts | null;
  readonly released: boolean;
}

async function listKnownPupils(tx: Tx, of: { schoolId: string; schoolYear: string }): Promise<KnownPupil[]> {
  const rows = await tx
    .withTables<EntryTables & EnrolmentTables>()
    .selectFrom('enrolment as e')
    .innerJoin('student as s', (join) =>
      join.onRef('s.schoolId', '=', 'e.schoolId').onRef('s.studentId', '=', 'e.studentId'),
    )
    .innerJoin('schoolClass as c', (join) =>
      join
        .onRef('c.schoolId', '=', 'e.schoolId')
        .onRef('c.schoolYear', '=', 'e.schoolYear')
        .onRef('c.classId', '=', 'e.classId'),
    )
    .leftJoin('pupilYear as y', (join) =>
      join
        .onRef('y.schoolId', '=', 'e.schoolId')
        .onRef('y.schoolYear', '=', 'e.schoolYear')
        .onRef('y.studentId', '=', 'e.studentId'),
    )
    .leftJoin('classRelease as r', (join) =>
      join
        .onRef('r.schoolId', '=', 'e.schoolId')
        .onRef('r.schoolYear', '=', 'e.schoolYear')
        .onRef('r.classId', '=', 'e.classId'),
    )
    .select(['e.studentId', 'e.classId', 'e.status', 's.recordId', 's.lookupCode', 's.profile', 'c.grade'])
    .select(['y.facts', 'y.imported', 'r.releasedAt'])
    .where('e.schoolId', '=', of.schoolId)
    .where('e.schoolYear', '=', of.schoolYear)
    .orderBy('s.sortKey')
    .execute();
  return rows.map(({ releasedAt, ...row }) => ({ ...row, released: releasedAt !== null }));
}

function isComplete({ facts, ...pupil }: KnownPupil, schoolYear: string): boolean {
  if (facts === null || hasLeft(pupil)) return false;
  const { studentId, recordId, lookupCode, profile, grade } = pupil;
  const student = { studentId, recordId, lookupCode, profile };
  return isCompleteAtRelease({ facts, judged: evaluatePupil(facts, { student, schoolYear, grade }) });
}

function hasLeft({ status }: Pick<KnownPupil, 'status'>): boolean {
  return status === 'transferredOut' || status === 'droppedOut';
}

/** A pupil who is there moves between `enrolled` and `transferredIn` without consequence. */
function placeChanges(known: KnownPupil, now: ImportedStudent, classId: string): string[] {
  return [...(now.classId === classId ? [] : ['lớp']), ...(hasLeft(now) === hasLeft(known) ? [] : ['trạng thái'])];
}

const whatToDo = {
  frozen:
    'khác với học bạ đã kết chuyển. Hãy sửa lại tệp cho khớp, hoặc đề nghị hiệu trưởng rút học bạ trước khi nhập.',
  released:
    'khác với dữ liệu lớp đã ban hành. Hãy sửa lại tệp cho khớp; nếu cần sửa thật, kết chuyển lớp rồi đề nghị hiệu trưởng rút học bạ của em.',
};

function closedProblem(
  { profile }: ImportedStudent,
  closed: keyof typeof whatToDo,
  what: readonly string[],
): WorkbookProblem[] {
  if (what.length === 0) return [];
  const { studentId, fullName } = profile;
  const sheet = what.includes('kết quả') ? sheetNames.results : sheetNames.students;
  const sentence = `Học sinh ${fullName} (${studentId}): ${what.join(', ')} trong tệp ${whatToDo[closed]}`;
  return [problemOf({ sheet, pupil: { studentId, fullName }, code: 'valueInvalid', sentence })];
}

function absentProblem({ studentId, profile: { fullName }, classId }: KnownPupil): WorkbookProblem {
  const sentence = `Học sinh ${fullName} (${studentId}), lớp ${classId}, có trong hệ thống nhưng không có trong tệp. Hãy thêm lại dòng của em và ghi rõ trạng thái (Đang học, Chuyển đi, Bỏ học).`;
  return problemOf({ sheet: sheetNames.students, pupil: { studentId, fullName }, code: 'studentAbsent', sentence });
}

type Named = Pick<WorkbookProblem, 'sheet' | 'pupil' | 'code' | 'sentence'>;

function problemOf(named: Named): WorkbookProblem {
  return { ...named, cell: named.sheet, row: 0, severity: 'error' };
}
