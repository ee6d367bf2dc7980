import { randomUUID } from 'node:crypto';
import type { Position } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type ImportedSchool, type ImportedStaffMember, sheetNames, type WorkbookProblem } from '../enrolment/index.ts';
import { findLogins, listAccountsOfStaff, saveImportedAccount, takeTeachingPositions } from '../people/index.ts';

interface ImportedAccounts {
  readonly schoolId: string;
  readonly imported: ImportedSchool;
}

/** Login names are one name space for the whole install: one that somebody else has is a problem of its row. */
export async function takenLogins(tx: Tx, { schoolId, imported }: ImportedAccounts): Promise<WorkbookProblem[]> {
  const known = await listAccountsOfStaff(tx, schoolId);
  const taken = new Map((await findLogins(tx, imported.staff.map(loginOf))).map((login) => [login.username, login]));
  return imported.staff.flatMap((person) => {
    const login = taken.get(loginOf(person));
    const account = known.get(person.staffId);
    // An account keeps its login: another name in the workbook is not used.
    if (!login || account) return [];
    const sentence = `Ô ${sheetNames.staff}, dòng ${person.row}: tên đăng nhập ${loginOf(person)} của ${person.fullName} đã có người khác trong hệ thống dùng. Hãy đặt tên khác rồi tải lên lại.`;
    const place = { sheet: sheetNames.staff, cell: sheetNames.staff, row: person.row, pupil: null };
    return [{ ...place, severity: 'error', code: 'duplicateLogin', sentence } satisfies WorkbookProblem];
  });
}

/**
 * Everyone on the staff list gets an account, which opens when the administrator sets a password. A workbook gives
 * teaching positions only: whatever gives power over others is a proposal for the administrator, and running the system
 * is nothing a workbook can even propose. Whoever is no longer listed teaches no more.
 */
export async function saveImportedAccounts(
  tx: Tx,
  { schoolId, imported, at }: ImportedAccounts & { at: Date },
): Promise<void> {
  const known = await listAccountsOfStaff(tx, schoolId);
  const homeroom = new Set(imported.classes.map((each) => each.homeroomTeacherId));
  for (const person of imported.staff) {
    await saveImportedAccount(tx, {
      accountId: known.get(person.staffId)?.accountId ?? randomUUID(),
      schoolId,
      staffId: person.staffId,
      fullName: person.fullName,
      username: loginOf(person),
      teaching: teachingPositions(person, homeroom),
      proposed: person.position === 'teacher' || person.position === 'administrator' ? [] : [person.position],
      createdAt: at,
    });
  }
  const listed = imported.staff.map(({ staffId }) => staffId);
  await takeTeachingPositions(tx, { schoolId, except: listed });
}

function teachingPositions(person: ImportedStaffMember, homeroom: ReadonlySet<string>): Position[] {
  if (person.position !== 'teacher') return [];
  return homeroom.has(person.staffId) ? ['homeroomTeacher', 'subjectTeacher'] : ['subjectTeacher'];
}

function loginOf({ loginName }: ImportedStaffMember): string {
  return loginName.toLowerCase();
}
