import { genderChoices } from './choices.ts';
import { readTable } from './find-table.ts';
import type { ImportedStaffMember, StaffPosition } from './imported-school.ts';
import type { ProblemList } from './problem-list.ts';
import { rowFields } from './row-fields.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { staffColumns } from './sheet-layouts.ts';
import { wholeSheet } from './table-row.ts';

/** Chức vụ as exports write it. */
const positions: ReadonlyMap<string, StaffPosition> = new Map([
  ['Hiệu trưởng', 'principal'],
  ['Phó hiệu trưởng', 'vicePrincipal'],
  ['Giáo viên', 'teacher'],
  ['Nhân viên học vụ', 'academicClerk'],
  ['Văn thư', 'sealClerk'],
  ['Quản trị hệ thống', 'administrator'],
]);

/** Without a principal nothing can be signed, without a seal clerk nothing can be sealed. */
const neededPositions: readonly StaffPosition[] = ['principal', 'sealClerk'];

export function validateStaff(sheet: SheetGrid, problems: ProblemList): ImportedStaffMember[] {
  const staff: ImportedStaffMember[] = [];
  const rows = readTable(sheet, staffColumns, problems);
  const ids = new Map<string, number>();
  const logins = new Map<string, number>();
  for (const row of rows) {
    const fields = rowFields(row, { problems });
    const staffId = fields.required({ key: 'staffId', label: 'Mã định danh' });
    const fullName = fields.required({ key: 'fullName', label: 'Họ tên' });
    const positionTitle = fields.required({ key: 'position', label: 'Chức vụ' });
    const position = fields.choice({ key: 'position', label: 'Chức vụ' }, positions);
    const loginName = fields.required({ key: 'loginName', label: 'Tên đăng nhập' })?.toLowerCase() ?? null;
    const birthDate = fields.calendarDate({ key: 'birthDate', label: 'Ngày sinh' });
    const gender = fields.choice({ key: 'gender', label: 'Giới tính' }, genderChoices) ?? 'unknown';
    const email = fields.optional({ key: 'email', label: 'Email' });
    const earlierId = staffId === null ? undefined : ids.get(staffId);
    if (earlierId !== undefined) {
      const sentence = `mã định danh ${staffId} đã có ở dòng ${earlierId}. Hãy xoá dòng trùng hoặc sửa lại mã.`;
      fields.report('staffId', 'duplicateStaff', sentence);
    }
    const earlierLogin = loginName === null ? undefined : logins.get(loginName);
    if (earlierLogin !== undefined) {
      const sentence = `tên đăng nhập ${loginName} đã có ở dòng ${earlierLogin}. Hãy đặt tên khác.`;
      fields.report('loginName', 'duplicateLogin', sentence);
    }
    if (staffId === null || fullName === null || position === null || positionTitle === null || loginName === null)
      continue;
    ids.set(staffId, row.number);
    logins.set(loginName, row.number);
    staff.push({ staffId, fullName, birthDate, gender, position, positionTitle, loginName, email, row: row.number });
  }
  if (rows.length > 0) reportMissingPositions(sheet, staff, problems);
  return staff;
}

function reportMissingPositions(sheet: SheetGrid, staff: readonly ImportedStaffMember[], problems: ProblemList): void {
  for (const [title, position] of positions) {
    if (!neededPositions.includes(position) || staff.some((person) => person.position === position)) continue;
    const sentence = `không có ai giữ chức vụ ${title}. Hãy bổ sung trước khi nhập.`;
    problems.add({ at: wholeSheet(sheet.name), code: 'positionMissing', sentence });
  }
}
