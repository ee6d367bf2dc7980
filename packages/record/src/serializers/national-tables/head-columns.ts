import { slotLabel } from '../../part-labels.ts';
import { genders } from '../../terms/gender.ts';
import { schoolLevels } from '../../terms/school-level.ts';
import { termOf } from '../../terms/term.ts';
import type { YearSheet } from '../../year-sheet.ts';
import { codeOf, countryCode, cutAt, flag, guessed, likely, sure } from './columns.ts';
import type { NationalColumn, SheetToSend } from './national-table.ts';

type Head = NationalColumn<SheetToSend>;

/** Who and where: the tables of records and of results begin alike. */
export const schoolAndPupil: readonly Head[] = [
  sure('matruong', 'Mã trường', {
    value: ({ sheet }) => sheet.school.schoolId,
    ...codeOf(20),
    carries: 'school.schoolId',
  }),
  likely('makhoi', 'Khối lớp, 1–12', { value: ({ sheet }) => String(sheet.grade), carries: 'grade' }),
  sure('mahocsinh', 'Mã học sinh', { value: ({ sheet }) => sheet.student.studentId, carries: 'student.studentId' }),
];

/** The head of both tables of records. */
export const recordHead: readonly Head[] = [
  guessed('trangthaithongtinhocba', '1 có hiệu lực, 0 đã huỷ; danh mục chưa có', ({ event }) =>
    flag(event.kind !== 'CANCEL'),
  ),
  sure('madinhdanhhocba', 'Mã định danh học bạ', { value: ({ sheet }) => sheet.recordId, carries: 'recordId' }),
  sure('masogd', 'Mã Sở Giáo dục và Đào tạo, do nơi gửi đặt', ({ options }) => options.departmentCode),
  ...schoolAndPupil,
  sure('macaphoc', 'Cấp học: 02, 03, 04, 05', {
    value: ({ sheet }) => termOf(schoolLevels, sheet.schoolLevel).code,
    carries: 'schoolLevel',
  }),
  sure('hovaten', 'Họ và tên', {
    value: ({ sheet }) => sheet.student.fullName,
    ...cutAt(150),
    carries: 'student.fullName',
  }),
  sure('gioitinh', '0 chưa có thông tin, 1 nam, 2 nữ', {
    value: ({ sheet }) => termOf(genders, sheet.student.gender).code,
    carries: 'student.gender',
  }),
  sure('dantoc', 'Mã dân tộc', {
    value: ({ sheet }) => sheet.student.ethnicityCode,
    ...codeOf(2),
    carries: 'student.ethnicityCode',
  }),
  likely('quoctich', 'Mã nước, 3 ký tự', {
    value: ({ sheet, options }) => countryCode(sheet.student.nationality, options),
    ...codeOf(3),
    carries: 'student.nationality',
  }),
  sure('hotencha', 'Họ và tên cha', {
    value: ({ sheet }) => sheet.student.fatherName,
    ...cutAt(150),
    carries: 'student.fatherName',
  }),
  sure('hotenme', 'Họ và tên mẹ', {
    value: ({ sheet }) => sheet.student.motherName,
    ...cutAt(150),
    carries: 'student.motherName',
  }),
  sure('hotennguoigiamho', 'Họ và tên người giám hộ', {
    value: ({ sheet }) => sheet.student.guardianName,
    ...cutAt(150),
    carries: 'student.guardianName',
  }),
  sure('doituongchinhsach', 'Đối tượng chính sách; mẫu tiểu học không hỏi', {
    value: ({ sheet }) => (sheet.schoolLevel === 'primary' ? null : sheet.student.policyBeneficiary),
    carries: 'student.policyBeneficiary',
  }),
  sure('chucvugiamhieu', 'Chức vụ của người đứng đầu ký học bạ', ({ sheet }) => positionOfHead(sheet)),
  sure('diadanhphathanh', 'Địa danh phát hành', { value: ({ sheet }) => sheet.placeOfIssue, carries: 'placeOfIssue' }),
  sure('cokhuyettatkhongdanhgia', '1 nếu khuyết tật và không đánh giá', ({ sheet }) =>
    flag(sheet.student.disability && isWithoutResult(sheet)),
  ),
];

function positionOfHead(sheet: YearSheet): string {
  const head = sheet.signatories.find(({ slot }) => slot === 'principal');
  return head?.position ?? slotLabel('principal', sheet);
}

function isWithoutResult(sheet: YearSheet): boolean {
  if (sheet.schoolLevel === 'primary') return sheet.conclusion.educationResult === null;
  return sheet.conclusion.academic.year === null;
}
