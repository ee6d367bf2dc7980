import type { CoreCompetence, CoreQuality, PrimarySubject } from '@hocba/record';
import { coreCompetences, coreQualities, primarySubjects } from '@hocba/record';
import type { SchoolData, YearResult } from './school-data.ts';

export type CellContent = string | number | Date | null;

/** One sheet before it becomes a file: rows from the header on, so a fault can be planted in a cell. */
export interface SheetRows {
  readonly name: string;
  readonly rows: CellContent[][];
  /** Rows that belong to the header. */
  readonly headerRows: number;
}

/** The layout of the sector database's exports. Sheets that are empty are left out. */
export function layOutWorkbook(data: SchoolData): SheetRows[] {
  const sheets = [
    schoolSheet(data),
    staffSheet(data),
    classSheet(data),
    assignmentSheet(data),
    pupilSheet(data),
    resultSheet(data),
  ];
  return data.supplementary.length > 0 ? [...sheets, supplementarySheet(data)] : sheets;
}

function schoolSheet({ school }: SchoolData): SheetRows {
  return {
    name: 'ThongTinTruong',
    headerRows: 1,
    rows: [
      ['Thông tin', 'Nội dung'],
      ['Mã trường', school.schoolId],
      ['Tên trường', school.name],
      ['Mã xã', school.communeCode],
      ['Tên xã', school.communeName],
      ['Mã tỉnh', school.provinceCode],
      ['Tên tỉnh', school.provinceName],
      ['Năm học', school.schoolYear],
    ],
  };
}

function staffSheet(data: SchoolData): SheetRows {
  const header = ['STT', 'Mã định danh', 'Họ tên', 'Ngày sinh', 'Giới tính', 'Chức vụ', 'Tên đăng nhập', 'Email'];
  const rows = data.staff.map((person, index) => [
    index + 1,
    person.staffId,
    person.fullName,
    dayFirst(person.birthDate),
    genderLabel(person.gender),
    person.position,
    person.loginName,
    person.email,
  ]);
  return { name: 'NhanSu', headerRows: 1, rows: [header, ...rows] };
}

function classSheet(data: SchoolData): SheetRows {
  const names = new Map(data.staff.map((person) => [person.staffId, person.fullName]));
  const header = ['STT', 'Mã lớp', 'Tên lớp', 'Khối', 'Mã định danh GVCN', 'Họ tên GVCN'];
  const rows = data.classes.map(({ code, grade, homeroomTeacherId }, index) => [
    index + 1,
    code,
    code,
    grade,
    homeroomTeacherId,
    names.get(homeroomTeacherId) ?? null,
  ]);
  return { name: 'LopHoc', headerRows: 1, rows: [header, ...rows] };
}

function assignmentSheet(data: SchoolData): SheetRows {
  const names = new Map(data.staff.map((person) => [person.staffId, person.fullName]));
  const header = ['STT', 'Mã lớp', 'Môn học', 'Mã định danh giáo viên', 'Họ tên giáo viên'];
  const rows = data.assignments.map(({ classCode, subject, staffId }, index) => [
    index + 1,
    classCode,
    subjectTitles[subject],
    staffId,
    names.get(staffId) ?? null,
  ]);
  return { name: 'PhanCong', headerRows: 1, rows: [header, ...rows] };
}

const pupilHeader = [
  'STT',
  'Mã lớp',
  'Mã học sinh',
  'Họ tên',
  'Ngày sinh',
  'Giới tính',
  'Trạng thái',
  'Ngày trạng thái',
  'Mã dân tộc',
  'Dân tộc',
  'Quốc tịch',
  'Nơi sinh',
  'Quê quán',
  'Nơi ở hiện nay',
  'Họ tên cha',
  'Họ tên mẹ',
  'Họ tên người giám hộ',
  'Loại khuyết tật',
  'Kế hoạch giáo dục cá nhân',
  'Số định danh cá nhân',
  'Mã tạm',
  'Số đăng bộ',
  'Ngày nhập học',
];

function pupilSheet(data: SchoolData): SheetRows {
  const rows = data.pupils.map((pupil, index): CellContent[] => [
    index + 1,
    pupil.classCode,
    pupil.studentId,
    pupil.fullName,
    birthDateCell(pupil.birthDate, pupil.classCode),
    genderLabel(pupil.gender),
    pupil.status,
    pupil.statusOn && dayFirst(pupil.statusOn),
    pupil.ethnicityCode,
    pupil.ethnicity,
    pupil.nationality,
    pupil.birthPlace,
    pupil.homeTown,
    pupil.address,
    pupil.fatherName,
    pupil.motherName,
    pupil.guardianName,
    pupil.disability,
    pupil.individualEducationPlan ? 'Có' : null,
    pupil.personalId,
    pupil.temporaryCode,
    pupil.registerNumber,
    dayFirst(pupil.enrolledOn),
  ]);
  return { name: 'C1-HocSinh', headerRows: 1, rows: [pupilHeader, ...rows] };
}

/** As the sector database titles its columns; the form's own row titles differ a little. */
export const subjectTitles: Readonly<Record<PrimarySubject, string>> = {
  vietnamese: 'Tiếng Việt',
  mathematics: 'Toán',
  foreignLanguage: 'Ngoại ngữ 1',
  historyGeography: 'Lịch sử và Địa lí',
  science: 'Khoa học',
  informatics: 'Tin học',
  technology: 'Công nghệ',
  ethics: 'Đạo đức',
  natureSociety: 'Tự nhiên và Xã hội',
  physicalEducation: 'Giáo dục thể chất',
  music: 'Nghệ thuật (Âm nhạc)',
  fineArts: 'Nghệ thuật (Mĩ thuật)',
  experientialActivities: 'Hoạt động trải nghiệm',
  ethnicLanguage: 'Tiếng dân tộc',
};

const scoredSubjects: readonly PrimarySubject[] = [
  'vietnamese',
  'mathematics',
  'foreignLanguage',
  'historyGeography',
  'science',
  'informatics',
  'technology',
];

/** One column of the results: its three header cells and what a row holds there. */
interface ResultColumn {
  readonly header: readonly [string, string, string];
  readonly value: (result: YearResult, index: number) => CellContent;
}

function resultColumns(data: SchoolData): ResultColumn[] {
  const pupils = new Map(data.pupils.map((pupil) => [pupil.studentId, pupil]));
  const single = (title: string, value: ResultColumn['value']): ResultColumn => ({ header: [title, '', ''], value });
  return [
    single('STT', (_, index) => index + 1),
    single('Mã lớp', ({ classCode }) => classCode),
    single('Mã học sinh', ({ studentId }) => studentId),
    single('Họ tên', ({ studentId }) => pupils.get(studentId)?.fullName ?? null),
    single('Ngày sinh', ({ studentId, classCode }) => birthDateCell(pupils.get(studentId)?.birthDate ?? '', classCode)),
    ...primarySubjects.flatMap(({ id }) => subjectColumns(id)),
    ...competenceColumns('Năng lực chung', 0, 3),
    comment('Năng lực chung', (result) => result.generalComment),
    ...competenceColumns('Năng lực đặc thù', 3, 10),
    comment('Năng lực đặc thù', (result) => result.specificComment),
    ...coreQualities.map(({ id, label }) =>
      rated('Phẩm chất', label, (result) => result.qualities.get(id as CoreQuality) ?? null),
    ),
    comment('Phẩm chất', (result) => result.qualitiesComment),
    single('Số ngày nghỉ có phép', (result) => result.absentWithLeave),
    single('Số ngày nghỉ không phép', (result) => result.absentWithoutLeave),
    single('Chiều cao (cm)', (result) => result.height),
    single('Cân nặng (kg)', (result) => result.weight),
    single('Hoàn thành chương trình lớp học', ({ conclusion }) =>
      conclusion.gradeCompleted ? 'Hoàn thành' : 'Chưa hoàn thành',
    ),
    single('Lên lớp', ({ conclusion }) => (conclusion.promoted ? 'Lên lớp' : 'Chưa lên lớp')),
    single('Xếp loại', ({ conclusion }) => conclusion.educationResult),
    single('Khen thưởng', ({ conclusion }) => conclusion.commendation),
  ];
}

const subjectGroup = 'Môn học và hoạt động giáo dục';

function subjectColumns(subject: PrimarySubject): ResultColumn[] {
  const title = subjectTitles[subject];
  const column = (what: string, value: ResultColumn['value']): ResultColumn => ({
    header: [subjectGroup, title, what],
    value,
  });
  return [
    column('Mức đạt được', ({ subjects }) => subjects.get(subject)?.level ?? null),
    ...(scoredSubjects.includes(subject)
      ? [column('Điểm KTĐK', ({ subjects }) => subjects.get(subject)?.score ?? null)]
      : []),
    column('Nhận xét', ({ subjects }) => subjects.get(subject)?.comment ?? null),
  ];
}

function competenceColumns(group: string, from: number, to: number): ResultColumn[] {
  return coreCompetences
    .slice(from, to)
    .map(({ id, label }) => rated(group, label, (result) => result.competences.get(id as CoreCompetence) ?? null));
}

function rated(group: string, title: string, value: ResultColumn['value']): ResultColumn {
  return { header: [group, title, 'Mức đạt được'], value };
}

function comment(group: string, value: ResultColumn['value']): ResultColumn {
  return { header: [group, 'Nhận xét', ''], value };
}

function resultSheet(data: SchoolData): SheetRows {
  const columns = resultColumns(data);
  const header = [0, 1, 2].map((line) => columns.map((column) => headerCell(columns, column, line)));
  const rows = data.results.map((result, index) => columns.map((column) => column.value(result, index)));
  return { name: 'C1-KetQua', headerRows: 3, rows: [...header, ...rows] };
}

/** Merged header cells carry their text only in the first column, as spreadsheets store them. */
function headerCell(columns: readonly ResultColumn[], column: ResultColumn, line: number): string | null {
  const before = columns[columns.indexOf(column) - 1];
  const path = (one: ResultColumn): string => one.header.slice(0, line + 1).join('/');
  const merged = line < 2 && before !== undefined && path(before) === path(column);
  return merged ? null : column.header[line] || null;
}

function supplementarySheet(data: SchoolData): SheetRows {
  const names = new Map(data.pupils.map((pupil) => [pupil.studentId, pupil.fullName]));
  const header = [
    'STT',
    'Mã lớp',
    'Mã học sinh',
    'Họ tên',
    'Nội dung đánh giá bổ sung',
    'Mức đạt được',
    'Điểm KTĐK',
    'Ngày đánh giá',
    'Hoàn thành chương trình lớp học',
    'Lên lớp',
    'Xếp loại',
  ];
  const rows = data.supplementary.map((one, index) => [
    index + 1,
    one.classCode,
    one.studentId,
    names.get(one.studentId) ?? null,
    subjectTitles[one.subject],
    one.level,
    one.score,
    dayFirst(one.assessedOn),
    one.conclusion.gradeCompleted ? 'Hoàn thành' : 'Chưa hoàn thành',
    one.conclusion.promoted ? 'Lên lớp' : 'Chưa lên lớp',
    one.conclusion.educationResult,
  ]);
  return { name: 'C1-DanhGiaBoSung', headerRows: 1, rows: [header, ...rows] };
}

/** Exports mix text and real dates; here grade 5 has real ones. Partial dates can only be text. */
function birthDateCell(birthDate: string, classCode: string): CellContent {
  return classCode.startsWith('5') && birthDate.length === 10
    ? new Date(`${birthDate}T00:00:00Z`)
    : dayFirst(birthDate);
}

/** `2015-03-09` → "09/03/2015"; `2015-03` → "03/2015"; `2015` → "2015". */
function dayFirst(date: string): string {
  return date.split('-').reverse().join('/');
}

function genderLabel(gender: 'male' | 'female'): string {
  return gender === 'male' ? 'Nam' : 'Nữ';
}
