import type { ImportedClass, ImportedStudent } from './imported-school.ts';
import type { RowFields } from './row-fields.ts';
import { foldTitle } from './sheet-layouts.ts';
import type { TableRow } from './table-row.ts';
import { checkClass } from './validate-classes.ts';

type HolderKey = 'classId' | 'studentId' | 'fullName';

export interface ResultHolder {
  /** Undefined when the row's code is nobody's. */
  readonly student: ImportedStudent | undefined;
  /** The pupil's class, or else the one the row states: so that the rest of the row can be checked all the same. */
  readonly schoolClass: ImportedClass | undefined;
}

export interface KnownPeople {
  readonly classes: readonly ImportedClass[];
  readonly students: readonly ImportedStudent[];
  /** Codes whose own row has errors: those are listed there, not again here. */
  readonly unreadStudentIds: ReadonlySet<string>;
}

/** Finds whose row it is; code, name and class must agree, or a result would go to the wrong pupil. */
export function whoseResult({ classes, students, unreadStudentIds }: KnownPeople) {
  const classById = new Map(classes.map((one) => [one.classId, one]));
  const studentById = new Map(students.map((one) => [one.profile.studentId, one]));
  return <Key extends string>(row: TableRow<Key | HolderKey>, fields: RowFields<Key | HolderKey>): ResultHolder => {
    const classId = fields.required({ key: 'classId', label: 'Mã lớp' });
    fields.required({ key: 'studentId', label: 'Mã học sinh' });
    const studentId = fields.code({ key: 'studentId', label: 'Mã học sinh' }, 10);
    const student = studentId === null ? undefined : studentById.get(studentId);
    if (classId !== null) checkClass(fields, 'classId', { classId, classes });
    const isStranger = student === undefined && studentId !== null && !unreadStudentIds.has(studentId);
    if (isStranger && students.length > 0) {
      const sentence = `không có học sinh mang mã ${studentId} trong trang C1-HocSinh. Hãy sửa mã học sinh hoặc bổ sung em vào trang C1-HocSinh.`;
      fields.report('studentId', 'unknownStudent', sentence);
    }
    const stated = classId === null ? undefined : classById.get(classId);
    const registered = student && classById.get(student.classId);
    if (student)
      checkAgreement(row, fields, { student, bothClassesKnown: stated !== undefined && registered !== undefined });
    return { student, schoolClass: registered ?? stated };
  };
}

function checkAgreement<Key extends string>(
  row: TableRow<Key | HolderKey>,
  fields: RowFields<Key | HolderKey>,
  { student, bothClassesKnown }: { student: ImportedStudent; bothClassesKnown: boolean },
): void {
  const { profile, classId, status } = student;
  const stated = row.line('classId');
  if (bothClassesKnown && stated !== classId) {
    const sentence = `ghi lớp ${stated} nhưng trang C1-HocSinh ghi lớp ${classId}. Hãy sửa cho thống nhất.`;
    fields.report('classId', 'classDiffers', sentence);
  }
  const name = row.line('fullName');
  if (name !== null && foldTitle(name) !== foldTitle(profile.fullName)) {
    const sentence = `mã ${profile.studentId} là của ${profile.fullName} trong trang C1-HocSinh. Hãy kiểm tra mã và họ tên, tránh ghi nhầm kết quả sang em khác.`;
    fields.report('fullName', 'nameDiffers', sentence);
  }
  if (status === 'transferredOut' || status === 'droppedOut') {
    const sentence =
      'học sinh đã chuyển đi hoặc bỏ học nhưng vẫn có kết quả cuối năm. Hãy xoá dòng này hoặc sửa trạng thái.';
    fields.report('studentId', 'studentLeft', sentence);
  }
}
