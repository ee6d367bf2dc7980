import { rowOfSlot, type SignatorySlot } from '../../signatory-slot.ts';
import type { YearSheet } from '../../year-sheet.ts';
import type { ReadProblem } from '../read-problem.ts';
import { incoherent, incoherentIf } from './incoherent.ts';

/** Who answers for a row, whose signatures are called for, which years went before: at every level. */
export function checkRowsAndSlots(sheet: YearSheet): readonly ReadProblem[] {
  return [
    ...sheet.subjects.flatMap(({ responsible }, index) => wrongResponsible(responsible, index + 1)),
    ...wrongSignatories(
      sheet.signatories.map(({ slot }) => slot),
      sheet.subjects.length,
    ),
    ...wrongSchooling(sheet),
  ];
}

function wrongResponsible(responsible: SignatorySlot | null, position: number): readonly ReadProblem[] {
  if (responsible === null || responsible === 'homeroomTeacher' || rowOfSlot(responsible) === position) return [];
  const path = `KetQua/MonHoc[${position}]/NguoiPhuTrach`;
  return [incoherent(path, 'Người phụ trách phải là giáo viên của chính dòng này hoặc giáo viên chủ nhiệm.')];
}

function wrongSignatories(slots: readonly SignatorySlot[], rows: number): readonly ReadProblem[] {
  const path = 'ThongTin/DanhSachNguoiKy';
  const strangers = slots.some((slot) => (rowOfSlot(slot) ?? 0) > rows);
  return [
    ...incoherentIf(new Set(slots).size !== slots.length, path, 'Một vị trí ký xuất hiện hai lần.'),
    ...incoherentIf(strangers, path, 'Có vị trí ký cho một dòng môn học không tồn tại.'),
  ];
}

/** Oldest first, none after the sheet's own year; a year stands twice where the pupil changed schools in it. */
function wrongSchooling({ schooling = [], schoolYear }: YearSheet): readonly ReadProblem[] {
  const years = schooling.map((entry) => entry.schoolYear);
  return years.flatMap((year, index) => {
    const late = year > schoolYear || year < (years[index - 1] ?? '');
    const path = `ThongTin/QuaTrinhHocTap/NamDaHoc[${index + 1}]`;
    return incoherentIf(
      late,
      path,
      'Quá trình học tập phải theo thứ tự năm học và không có năm sau năm của học bạ này.',
    );
  });
}
