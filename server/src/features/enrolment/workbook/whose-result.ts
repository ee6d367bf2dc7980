import type { ImportedClass, ImportedStudent } from './imported-school.ts';
import type { RowFields } from './row-fields.ts';
import { foldTitle } from './sheet-layouts.ts';
import type { TableRow } from './table-row.ts';
import { reportUnknownClass } from './validate-classes.ts';

type HolderKey = 'classId' | 'studentId' | 'fullName';

export interface ResultHolder {
  readonly student: ImportedStudent;
  readonly schoolClass: ImportedClass | undefined;
}

interface KnownPeople {
  readonly classes: readonly ImportedClass[];
  readonly students: readonly ImportedStudent[];
}

/** Finds whose row it is; code, name and class must agree, or a result would go to the wrong pupil. */
export function whoseResult({ classes, students }: KnownPeople) {
  const classById = new Map(classes.map((one) => [one.classId, one]));
  const studentById = new Map(students.map((one) => [one.profile.studentId, one]));
  return <Key extends string>(
    row: TableRow<Key | HolderKey>,
    fields: RowFields<Key | HolderKey>,
  ): ResultHolder | undefined => {
    const classId = fields.required({ key: 'classId', label: 'Mã lớp' });
    fields.required({ key: 'studentId', label: 'Mã học sinh' });
    const studentId = fields.code({ key: 'studentId', label: 'Mã học sinh' }, 10);
    const student = studentId === null ? undefined : studentById.get(studentId);
    if (classId !== null && !classById.has(classId)) reportUnknownClass(fields, 'classId', classId);
    if (studentId !== null && student === undefined) {
      const sentence = `không có học sinh mang mã ${studentId} trong trang C1-HocSinh, hoặc dòng của em ở đó còn lỗi. Hãy sửa mã học sinh hoặc bổ sung em vào trang C1-HocSinh.`;
      fields.report('studentId', 'unknownStudent', sentence);
    }
    if (!student) return undefined;
    checkAgreement(row, fields, { student, classIsKnown: classId !== null && classById.has(classId) });
    return { student, schoolClass: classById.get(student.classId) };
  };
}

function checkAgreement<Key extends string>(
  row: TableRow<Key | HolderKey>,
  fields: RowFields<Key | HolderKey>,
  { student, classIsKnown }: { student: ImportedStudent; classIsKnown: boolean },
): void {
  const { profile, classId, status } = student;
  const stated = row.line('classId');
  if (classIsKnown && stated !== classId) {
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
