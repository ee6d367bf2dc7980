import { labelOf, primarySubjects } from '@hocba/record';
import { standingOf } from '@hocba/rules';
import { gradeChoices } from './choices.ts';
import { readTable } from './find-table.ts';
import type { ImportedAssignment, ImportedClass, ImportedStaffMember } from './imported-school.ts';
import type { ProblemList } from './problem-list.ts';
import type { RowFields } from './row-fields.ts';
import { rowFields } from './row-fields.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { assignmentColumns, classColumns, subjectOfTitle } from './sheet-layouts.ts';
import { wholeSheet } from './table-row.ts';

export function validateClasses(
  sheet: SheetGrid,
  staff: readonly ImportedStaffMember[],
  problems: ProblemList,
): ImportedClass[] {
  const classes = new Map<string, ImportedClass>();
  for (const row of readTable(sheet, classColumns, problems)) {
    const fields = rowFields(row, { problems });
    const classId = fields.required({ key: 'classId', label: 'Mã lớp' });
    fields.required({ key: 'grade', label: 'Khối' });
    const grade = fields.choice({ key: 'grade', label: 'Khối' }, gradeChoices);
    const name = fields.optional({ key: 'name', label: 'Tên lớp' }) ?? classId;
    const homeroomTeacherId = fields.required({ key: 'homeroomTeacherId', label: 'Mã định danh GVCN' });
    if (homeroomTeacherId !== null) checkStaff(fields, 'homeroomTeacherId', { staffId: homeroomTeacherId, staff });
    if (classId !== null && classes.has(classId)) {
      fields.report(
        'classId',
        'duplicateClass',
        `lớp ${classId} đã có ở dòng trên. Hãy xoá dòng trùng hoặc sửa mã lớp.`,
      );
      continue;
    }
    if (classId === null || name === null || grade === null || homeroomTeacherId === null) continue;
    classes.set(classId, { classId, name, grade, homeroomTeacherId });
  }
  return [...classes.values()];
}

export interface AssignmentContext {
  readonly staff: readonly ImportedStaffMember[];
  readonly classes: readonly ImportedClass[];
  readonly problems: ProblemList;
}

export function validateAssignments(sheet: SheetGrid, context: AssignmentContext): ImportedAssignment[] {
  const { staff, classes, problems } = context;
  const byId = new Map(classes.map((one) => [one.classId, one]));
  const assignments = new Map<string, ImportedAssignment>();
  const rows = readTable(sheet, assignmentColumns, problems);
  for (const row of rows) {
    const fields = rowFields(row, { problems });
    const classId = fields.required({ key: 'classId', label: 'Mã lớp' });
    const title = fields.required({ key: 'subject', label: 'Môn học' });
    const staffId = fields.required({ key: 'staffId', label: 'Mã định danh giáo viên' });
    const subject = title === null ? undefined : subjectOfTitle(title);
    const schoolClass = classId === null ? undefined : byId.get(classId);
    if (classId !== null) checkClass(fields, 'classId', { classId, classes });
    if (title !== null && subject === undefined) {
      const sentence = `“${title}” không phải là môn học, hoạt động giáo dục cấp tiểu học. Hãy ghi đúng tên môn như trong học bạ.`;
      fields.report('subject', 'unknownSubject', sentence);
    }
    if (staffId !== null) checkStaff(fields, 'staffId', { staffId, staff });
    if (!schoolClass || subject === undefined || staffId === null) continue;
    if (standingOf(subject, schoolClass.grade) === 'notTaught') {
      const sentence = `lớp ${schoolClass.grade} không học môn ${title}. Hãy xoá dòng này hoặc sửa mã lớp.`;
      fields.report('subject', 'subjectNotTaught', sentence);
      continue;
    }
    const key = `${schoolClass.classId}/${subject}`;
    if (assignments.has(key)) {
      const sentence = `môn ${title} của lớp ${classId} đã được phân công ở dòng trên. Hãy chỉ giữ một giáo viên chịu trách nhiệm.`;
      fields.report('subject', 'duplicateAssignment', sentence);
      continue;
    }
    assignments.set(key, { classId: schoolClass.classId, subject, staffId });
  }
  if (rows.length > 0) reportMissingAssignments(sheet, assignments, context);
  return [...assignments.values()];
}

function reportMissingAssignments(
  sheet: SheetGrid,
  assignments: ReadonlyMap<string, ImportedAssignment>,
  { classes, problems }: AssignmentContext,
): void {
  for (const { classId, grade } of classes) {
    for (const { id } of primarySubjects) {
      if (standingOf(id, grade) !== 'compulsory' || assignments.has(`${classId}/${id}`)) continue;
      const sentence = `chưa phân công giáo viên môn ${labelOf(primarySubjects, id)} của lớp ${classId}. Hãy thêm một dòng cho môn này.`;
      problems.add({ at: wholeSheet(sheet.name), code: 'assignmentMissing', sentence });
    }
  }
}

function checkStaff<Key extends string>(
  fields: RowFields<Key>,
  key: Key,
  { staffId, staff }: { staffId: string; staff: readonly ImportedStaffMember[] },
): void {
  if (staff.length === 0 || staff.some((person) => person.staffId === staffId)) return;
  const sentence = `không có cán bộ nào mang mã ${staffId} trong trang NhanSu. Hãy sửa mã hoặc bổ sung cán bộ vào trang NhanSu.`;
  fields.report(key, 'unknownStaff', sentence);
}

/** Where the sheet of classes itself is missing or empty, that is the problem to report. */
export function checkClass<Key extends string>(
  fields: RowFields<Key>,
  key: Key,
  { classId, classes }: { classId: string; classes: readonly ImportedClass[] },
): void {
  if (classes.length === 0 || classes.some((one) => one.classId === classId)) return;
  const sentence = `không có lớp ${classId} trong trang LopHoc. Hãy sửa mã lớp hoặc bổ sung lớp vào trang LopHoc.`;
  fields.report(key, 'unknownClass', sentence);
}
