import type { PrimarySubject } from '@hocba/record';
import { primarySubjects } from '@hocba/record';

/** The sheets of the sector database's export, in the order problems are listed. */
export const sheetNames = {
  school: 'ThongTinTruong',
  staff: 'NhanSu',
  classes: 'LopHoc',
  assignments: 'PhanCong',
  students: 'C1-HocSinh',
  results: 'C1-KetQua',
  supplementary: 'C1-DanhGiaBoSung',
} as const;

/** A column: the key used here, the titles it may carry, and whether the sheet is unreadable without it. */
export interface ColumnLayout<Key extends string> {
  readonly key: Key;
  readonly titles: readonly string[];
  readonly required?: true;
}

export const staffColumns = [
  { key: 'staffId', titles: ['Mã định danh', 'Mã định danh cán bộ', 'Mã cán bộ'], required: true },
  { key: 'fullName', titles: ['Họ tên', 'Họ và tên'], required: true },
  { key: 'birthDate', titles: ['Ngày sinh', 'Ngày, tháng, năm sinh'] },
  { key: 'gender', titles: ['Giới tính'] },
  { key: 'position', titles: ['Chức vụ', 'Vị trí việc làm'], required: true },
  { key: 'loginName', titles: ['Tên đăng nhập', 'Tài khoản'], required: true },
  { key: 'email', titles: ['Email', 'Thư điện tử'] },
] as const satisfies readonly ColumnLayout<string>[];

export const classColumns = [
  { key: 'classId', titles: ['Mã lớp'], required: true },
  { key: 'name', titles: ['Tên lớp'] },
  { key: 'grade', titles: ['Khối', 'Khối lớp'], required: true },
  {
    key: 'homeroomTeacherId',
    titles: ['Mã định danh GVCN', 'Mã GVCN', 'Mã định danh giáo viên chủ nhiệm'],
    required: true,
  },
] as const satisfies readonly ColumnLayout<string>[];

export const assignmentColumns = [
  { key: 'classId', titles: ['Mã lớp'], required: true },
  { key: 'subject', titles: ['Môn học', 'Môn học, hoạt động giáo dục'], required: true },
  { key: 'staffId', titles: ['Mã định danh giáo viên', 'Mã định danh GV', 'Mã giáo viên'], required: true },
] as const satisfies readonly ColumnLayout<string>[];

export const studentColumns = [
  { key: 'classId', titles: ['Mã lớp'], required: true },
  { key: 'studentId', titles: ['Mã học sinh'], required: true },
  { key: 'fullName', titles: ['Họ tên', 'Họ và tên'], required: true },
  { key: 'birthDate', titles: ['Ngày sinh', 'Ngày, tháng, năm sinh'], required: true },
  { key: 'gender', titles: ['Giới tính'], required: true },
  { key: 'status', titles: ['Trạng thái', 'Trạng thái học sinh'], required: true },
  { key: 'statusOn', titles: ['Ngày trạng thái'] },
  { key: 'ethnicityCode', titles: ['Mã dân tộc'] },
  { key: 'ethnicity', titles: ['Dân tộc'] },
  { key: 'nationality', titles: ['Quốc tịch'] },
  { key: 'birthPlace', titles: ['Nơi sinh'] },
  { key: 'homeTown', titles: ['Quê quán'] },
  { key: 'address', titles: ['Nơi ở hiện nay', 'Chỗ ở hiện nay'] },
  { key: 'fatherName', titles: ['Họ tên cha', 'Họ và tên cha'] },
  { key: 'motherName', titles: ['Họ tên mẹ', 'Họ và tên mẹ'] },
  { key: 'guardianName', titles: ['Họ tên người giám hộ', 'Họ và tên người giám hộ'] },
  { key: 'disabilityKind', titles: ['Loại khuyết tật'] },
  { key: 'individualEducationPlan', titles: ['Kế hoạch giáo dục cá nhân'] },
  { key: 'personalId', titles: ['Số định danh cá nhân', 'Số CMND/TCC/Định danh'], required: true },
  { key: 'temporaryCode', titles: ['Mã tạm'] },
  { key: 'registerNumber', titles: ['Số đăng bộ'] },
  { key: 'enrolledOn', titles: ['Ngày nhập học', 'Ngày vào trường'] },
] as const satisfies readonly ColumnLayout<string>[];

export const supplementaryColumns = [
  { key: 'classId', titles: ['Mã lớp'], required: true },
  { key: 'studentId', titles: ['Mã học sinh'], required: true },
  { key: 'fullName', titles: ['Họ tên', 'Họ và tên'] },
  { key: 'what', titles: ['Nội dung đánh giá bổ sung'], required: true },
  { key: 'level', titles: ['Mức đạt được'], required: true },
  { key: 'score', titles: ['Điểm KTĐK'], required: true },
  { key: 'gradeCompleted', titles: ['Hoàn thành chương trình lớp học'], required: true },
  { key: 'promoted', titles: ['Lên lớp'], required: true },
  { key: 'educationResult', titles: ['Xếp loại'], required: true },
] as const satisfies readonly ColumnLayout<string>[];

/** Titles of a subject besides the label of the form. */
const subjectTitles: Readonly<Partial<Record<PrimarySubject, readonly string[]>>> = {
  foreignLanguage: ['Ngoại ngữ', 'Ngoại ngữ 1', 'Tiếng Anh'],
  historyGeography: ['Lịch sử và Địa lý'],
  informatics: ['Tin học'],
  technology: ['Công nghệ'],
  natureSociety: ['TNXH'],
  music: ['Âm nhạc'],
  fineArts: ['Mĩ thuật', 'Mỹ thuật', 'Nghệ thuật (Mỹ thuật)'],
  ethnicLanguage: ['Tiếng dân tộc thiểu số'],
};

const subjectsByTitle: ReadonlyMap<string, PrimarySubject> = new Map(
  primarySubjects.flatMap(({ id, label }) =>
    [label, ...(subjectTitles[id] ?? [])].map((title) => [foldTitle(title), id] as const),
  ),
);

export function subjectOfTitle(title: string): PrimarySubject | undefined {
  return subjectsByTitle.get(foldTitle(title));
}

/** Titles are compared without regard to case, blanks and Unicode form. */
export function foldTitle(title: string): string {
  return title.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
