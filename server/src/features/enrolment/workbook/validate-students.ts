import type { PersonalIdStatus, StudentProfile } from '@hocba/record';
import { genderChoices, statusChoices, yesChoices } from './choices.ts';
import { readEthnicity } from './ethnicity.ts';
import { readTable } from './find-table.ts';
import type { ImportedClass, ImportedStudent } from './imported-school.ts';
import { personalIdMismatches } from './personal-id.ts';
import type { ProblemList } from './problem-list.ts';
import type { RowFields } from './row-fields.ts';
import { rowFields } from './row-fields.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { foldTitle, studentColumns } from './sheet-layouts.ts';
import type { TableRow } from './table-row.ts';
import { checkClass } from './validate-classes.ts';

export type StudentKey = (typeof studentColumns)[number]['key'];
type StudentFields = RowFields<StudentKey>;

export interface StudentContext {
  readonly classes: readonly ImportedClass[];
  readonly problems: ProblemList;
  readonly onRow: (done: number, total: number) => void;
}

/** Mã học sinh: 10 digits in the sector database. */
const studentIdDigits = 10;

export interface ValidatedStudents {
  readonly students: readonly ImportedStudent[];
  /** Codes of rows with errors. */
  readonly unreadStudentIds: ReadonlySet<string>;
}

export function validateStudents(sheet: SheetGrid, context: StudentContext): ValidatedStudents {
  const rows = readTable(sheet, studentColumns, context.problems);
  const seen = {
    ids: new Map<string, number>(),
    persons: new Map<string, number>(),
    personalIds: new Map<string, number>(),
  };
  const students: ImportedStudent[] = [];
  const unreadStudentIds = new Set<string>();
  rows.forEach((row, index) => {
    context.onRow(index + 1, rows.length);
    const fields = rowFields(row, { problems: context.problems, pupil: pupilOfRow(row) });
    const student = readStudent(row, fields);
    const classId = row.line('classId');
    if (classId !== null) checkClass(fields, 'classId', { classId, classes: context.classes });
    reportRepetition(row, fields, { ...seen, studentId: student?.profile.studentId ?? row.line('studentId') });
    if (student) students.push(student);
    else unreadStudentIds.add(row.line('studentId') ?? '');
  });
  return { students, unreadStudentIds };
}

/** How a problem names the pupil, even when parts of the row are wrong. */
export function pupilOfRow(row: TableRow<'studentId' | 'fullName'>) {
  return { studentId: row.line('studentId') ?? 'chưa có mã', fullName: row.line('fullName') ?? 'chưa có tên' };
}

function readStudent(row: TableRow<StudentKey>, fields: StudentFields): ImportedStudent | null {
  const classId = fields.required({ key: 'classId', label: 'Mã lớp' });
  const profile = readProfile(row, fields);
  fields.required({ key: 'status', label: 'Trạng thái' });
  const status = fields.choice({ key: 'status', label: 'Trạng thái' }, statusChoices);
  const rest = {
    statusOn: fields.calendarDate({ key: 'statusOn', label: 'Ngày trạng thái' }),
    disabilityKind: fields.optional({ key: 'disabilityKind', label: 'Loại khuyết tật' }),
    registerNumber: fields.optional({ key: 'registerNumber', label: 'Số đăng bộ' }),
    enrolledOn: fields.calendarDate({ key: 'enrolledOn', label: 'Ngày nhập học' }),
  };
  return classId !== null && profile !== null && status !== null ? { profile, classId, status, ...rest } : null;
}

function readProfile(row: TableRow<StudentKey>, fields: StudentFields): StudentProfile | null {
  fields.required({ key: 'studentId', label: 'Mã học sinh' });
  const studentId = fields.code({ key: 'studentId', label: 'Mã học sinh' }, studentIdDigits);
  const fullName = fields.required({ key: 'fullName', label: 'Họ tên' });
  fields.required({ key: 'gender', label: 'Giới tính' });
  const gender = fields.choice({ key: 'gender', label: 'Giới tính' }, genderChoices);
  const isDated = fields.required({ key: 'birthDate', label: 'Ngày sinh' }) !== null;
  const birthDate = isDated ? fields.partialDate({ key: 'birthDate', label: 'Ngày sinh' }) : null;
  const identity = readPersonalId(fields, gender !== null && birthDate !== null ? { gender, birthDate } : null);
  const texts = {
    ethnicityCode: readEthnicity(row, fields),
    nationality: fields.optional({ key: 'nationality', label: 'Quốc tịch' }) ?? 'Việt Nam',
    birthPlace: fields.optional({ key: 'birthPlace', label: 'Nơi sinh' }),
    homeTown: fields.optional({ key: 'homeTown', label: 'Quê quán' }),
    address: fields.optional({ key: 'address', label: 'Nơi ở hiện nay' }),
    fatherName: fields.optional({ key: 'fatherName', label: 'Họ tên cha' }),
    motherName: fields.optional({ key: 'motherName', label: 'Họ tên mẹ' }),
    guardianName: fields.optional({ key: 'guardianName', label: 'Họ tên người giám hộ' }),
  };
  const plan =
    fields.choice({ key: 'individualEducationPlan', label: 'Kế hoạch giáo dục cá nhân' }, yesChoices) ?? false;
  const disability = row.line('disabilityKind') !== null;
  if (studentId === null || fullName === null || gender === null || birthDate === null || identity === null)
    return null;
  return { studentId, fullName, gender, birthDate, ...texts, ...identity, disability, individualEducationPlan: plan };
}

interface PersonalIdentity {
  readonly personalId: string;
  readonly personalIdStatus: PersonalIdStatus;
}

function readPersonalId(
  fields: StudentFields,
  holder: Parameters<typeof personalIdMismatches>[1] | null,
): PersonalIdentity | null {
  const personalId = fields.code({ key: 'personalId', label: 'Số định danh cá nhân' }, 12);
  const temporaryCode = fields.optional({ key: 'temporaryCode', label: 'Mã tạm' });
  if (personalId === null) {
    if (temporaryCode !== null) return { personalId: temporaryCode, personalIdStatus: 'temporary' };
    const sentence = 'chưa có số định danh cá nhân và cũng chưa có mã tạm. Hãy điền một trong hai.';
    fields.report('personalId', 'personalIdMissing', sentence);
    return null;
  }
  if (!/^\d{12}$/.test(personalId)) {
    const sentence = `số định danh cá nhân “${personalId}” không đủ 12 chữ số. Hãy sửa lại, hoặc để trống và ghi mã tạm.`;
    fields.report('personalId', 'personalIdMalformed', sentence);
    return null;
  }
  const mismatches = holder === null ? [] : personalIdMismatches(personalId, holder);
  if (mismatches.length > 0) {
    const sentence = `số định danh cá nhân ${personalId} không khớp ${mismatches.join(' và ')}. Hãy đối chiếu với giấy khai sinh; nếu đúng thì có thể bỏ qua.`;
    fields.warn('personalId', 'personalIdMismatch', sentence);
  }
  return { personalId, personalIdStatus: 'official' };
}

interface SeenStudents {
  readonly studentId: string | null;
  readonly ids: Map<string, number>;
  readonly persons: Map<string, number>;
  readonly personalIds: Map<string, number>;
}

function reportRepetition(row: TableRow<StudentKey>, fields: StudentFields, seen: SeenStudents): void {
  const { studentId } = seen;
  const personalId = row.line('personalId');
  const person = `${foldTitle(row.line('fullName') ?? '')}/${row.line('birthDate') ?? ''}`;
  const earlier = studentId === null ? undefined : seen.ids.get(studentId);
  const samePerson = seen.persons.get(person);
  const sameNumber = personalId === null ? undefined : seen.personalIds.get(personalId);
  if (earlier !== undefined) {
    const sentence = `mã học sinh ${studentId} đã có ở dòng ${earlier}. Mỗi học sinh chỉ được một dòng: hãy xoá dòng trùng hoặc sửa lại mã.`;
    fields.report('studentId', 'duplicateStudent', sentence);
  } else if (samePerson !== undefined) {
    const sentence = `trùng họ tên và ngày sinh với dòng ${samePerson}. Nếu là hai em khác nhau thì có thể bỏ qua; nếu là một em, hãy xoá bớt một dòng.`;
    fields.warn('fullName', 'possibleDuplicateStudent', sentence);
  } else if (sameNumber !== undefined) {
    const sentence = `số định danh cá nhân ${personalId} đã có ở dòng ${sameNumber}. Hãy đối chiếu giấy khai sinh của hai em và sửa lại.`;
    fields.report('personalId', 'duplicatePersonalId', sentence);
  }
  if (studentId !== null && earlier === undefined) seen.ids.set(studentId, row.number);
  if (samePerson === undefined) seen.persons.set(person, row.number);
  if (personalId !== null && sameNumber === undefined) seen.personalIds.set(personalId, row.number);
}
