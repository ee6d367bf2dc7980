import type { CellContent, SheetRows } from './lay-out-workbook.ts';
import { layOutWorkbook } from './lay-out-workbook.ts';
import type { SchoolData } from './school-data.ts';
import { columnLetters, columnOf, rowOfPupil, sheetNamed } from './sheet-cells.ts';

/** A fault put into the workbook on purpose, and the cell where a careful reader must find it. */
export interface PlantedFault {
  readonly fault: FaultName;
  readonly sheet: string;
  /** "C1-KetQua!K17", or the sheet's name where something is absent. */
  readonly cell: string;
  /** Null where the fault is not about a pupil. */
  readonly studentId: string | null;
}

export type FaultName =
  | 'missingScore'
  | 'fractionalScore'
  | 'scoreAboveTen'
  | 'scoreInWords'
  | 'scoreWithoutTest'
  | 'missingLevel'
  | 'wrongSubjectLetter'
  | 'wrongQualityLetter'
  | 'subjectNotTaught'
  | 'commentTooLong'
  | 'unknownClassOfPupil'
  | 'unknownClassOfResult'
  | 'unknownPupil'
  | 'anotherPupilsName'
  | 'missingResult'
  | 'repeatedPupil'
  | 'sameNameAndBirthDate'
  | 'impossibleBirthDate'
  | 'shortPersonalId'
  | 'lostLeadingZero'
  | 'wrongSexInPersonalId'
  | 'anotherEducationResult'
  | 'unknownHomeroomTeacher'
  | 'missingAssignment';

export interface FaultyWorkbook {
  readonly sheets: readonly SheetRows[];
  readonly planted: readonly PlantedFault[];
}

const pupils = 'C1-HocSinh';
const results = 'C1-KetQua';

/** Changes of one cell in one pupil's row: the sheet, the column by its titles, the pupil by class and place. */
const cellFaults: readonly {
  readonly fault: FaultName;
  readonly sheet: string;
  readonly column: readonly string[];
  readonly pupil: readonly [string, number];
  readonly change: (before: CellContent) => CellContent;
}[] = [
  { fault: 'impossibleBirthDate', sheet: pupils, column: ['Ngày sinh'], pupil: ['1B', 4], change: () => '31/02/2019' },
  {
    fault: 'shortPersonalId',
    sheet: pupils,
    column: ['Số định danh cá nhân'],
    pupil: ['1D', 6],
    change: (id) => String(id).slice(0, 11),
  },
  { fault: 'lostLeadingZero', sheet: pupils, column: ['Số định danh cá nhân'], pupil: ['1E', 2], change: Number },
  {
    fault: 'wrongSexInPersonalId',
    sheet: pupils,
    column: ['Số định danh cá nhân'],
    pupil: ['1F', 3],
    change: otherSex,
  },
  { fault: 'unknownClassOfPupil', sheet: pupils, column: ['Mã lớp'], pupil: ['2E', 5], change: () => '6A' },
  { fault: 'unknownClassOfResult', sheet: results, column: ['Mã lớp'], pupil: ['2E', 7], change: () => '2Z' },
  {
    fault: 'subjectNotTaught',
    sheet: results,
    column: ['Khoa học', 'Mức đạt được'],
    pupil: ['1A', 3],
    change: () => 'T',
  },
  {
    fault: 'scoreWithoutTest',
    sheet: results,
    column: ['Ngoại ngữ 1', 'Điểm KTĐK'],
    pupil: ['1A', 5],
    change: () => 9,
  },
  {
    fault: 'wrongSubjectLetter',
    sheet: results,
    column: ['Đạo đức', 'Mức đạt được'],
    pupil: ['2A', 6],
    change: () => 'X',
  },
  {
    fault: 'wrongQualityLetter',
    sheet: results,
    column: ['Trung thực', 'Mức đạt được'],
    pupil: ['2A', 8],
    change: () => 'H',
  },
  { fault: 'missingScore', sheet: results, column: ['Tin học', 'Điểm KTĐK'], pupil: ['3E', 1], change: () => null },
  {
    fault: 'scoreInWords',
    sheet: results,
    column: ['Tiếng Việt', 'Điểm KTĐK'],
    pupil: ['3E', 4],
    change: () => 'chín',
  },
  { fault: 'missingScore', sheet: results, column: ['Toán', 'Điểm KTĐK'], pupil: ['4C', 2], change: () => null },
  { fault: 'scoreAboveTen', sheet: results, column: ['Toán', 'Điểm KTĐK'], pupil: ['4C', 9], change: () => 11 },
  {
    fault: 'missingLevel',
    sheet: results,
    column: ['Nghệ thuật (Âm nhạc)', 'Mức đạt được'],
    pupil: ['4D', 3],
    change: () => null,
  },
  {
    fault: 'anotherPupilsName',
    sheet: results,
    column: ['Họ tên'],
    pupil: ['4E', 5],
    change: () => 'Lê Thị Người Khác',
  },
  { fault: 'fractionalScore', sheet: results, column: ['Khoa học', 'Điểm KTĐK'], pupil: ['5C', 7], change: () => 8.5 },
  {
    fault: 'commentTooLong',
    sheet: results,
    column: ['Toán', 'Nhận xét'],
    pupil: ['5D', 2],
    change: () => 'Em học tốt. '.repeat(180),
  },
  {
    fault: 'anotherEducationResult',
    sheet: results,
    column: ['Xếp loại'],
    pupil: ['5E', 5],
    change: (before) => (before === 'Hoàn thành' ? 'Hoàn thành tốt' : 'Hoàn thành'),
  },
];

/** The reference school's workbook as a careless afternoon leaves it. */
export function buildFaultyWorkbook(data: SchoolData): FaultyWorkbook {
  const sheets = layOutWorkbook(data).map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }));
  const pupilAt = (classCode: string, place: number): string => {
    const pupil = data.pupils.filter((one) => one.classCode === classCode)[place - 1];
    if (!pupil) throw new RangeError(`no pupil ${place} in ${classCode}`);
    return pupil.studentId;
  };
  // The pupils are found before any row moves; rows move only behind or below what was already named.
  const missingResult = plantMissingResult(sheets, pupilAt('5F', 31));
  const changed = cellFaults.map(({ fault, sheet: name, column, pupil, change }): PlantedFault => {
    const sheet = sheetNamed(sheets, name);
    const studentId = pupilAt(...pupil);
    const at = { row: rowOfPupil(sheet, studentId), column: columnOf(sheet, column) };
    const cells = sheet.rows[at.row] ?? [];
    cells[at.column] = change(cells[at.column] ?? null);
    return { fault, sheet: name, cell: `${name}!${columnLetters(at.column)}${at.row + 1}`, studentId };
  });
  return {
    sheets,
    planted: [
      ...changed,
      missingResult,
      plantUnknownPupil(sheets, pupilAt('5E', 3)),
      ...plantRepeatedPupils(sheets, pupilAt),
      ...plantStaffFaults(sheets),
    ],
  };
}

function otherSex(personalId: CellContent): string {
  const text = String(personalId);
  return `${text.slice(0, 3)}${text.charAt(3) === '2' ? '3' : '2'}${text.slice(4, 6)}900002`;
}

function plantMissingResult(sheets: readonly SheetRows[], studentId: string): PlantedFault {
  const sheet = sheetNamed(sheets, results);
  sheet.rows.splice(rowOfPupil(sheet, studentId), 1);
  return { fault: 'missingResult', sheet: results, cell: results, studentId };
}

/** One more row of results, for a code that nobody has. */
function plantUnknownPupil(sheets: readonly SheetRows[], neighbour: string): PlantedFault {
  const sheet = sheetNamed(sheets, results);
  const column = columnOf(sheet, ['Mã học sinh']);
  const cells = [...(sheet.rows[rowOfPupil(sheet, neighbour)] ?? [])];
  cells[column] = '9209099999';
  sheet.rows.push(cells);
  return {
    fault: 'unknownPupil',
    sheet: results,
    cell: `${results}!${columnLetters(column)}${sheet.rows.length}`,
    studentId: '9209099999',
  };
}

function plantRepeatedPupils(
  sheets: readonly SheetRows[],
  pupilAt: (classCode: string, place: number) => string,
): PlantedFault[] {
  const sheet = sheetNamed(sheets, pupils);
  const repeated = pupilAt('3A', 4);
  sheet.rows.push([...(sheet.rows[rowOfPupil(sheet, repeated)] ?? [])]);
  const repeatedRow = sheet.rows.length;
  const twin = [...(sheet.rows[rowOfPupil(sheet, pupilAt('3A', 6))] ?? [])];
  twin[columnOf(sheet, ['Mã học sinh'])] = '9209099998';
  twin[columnOf(sheet, ['Số định danh cá nhân'])] = null;
  twin[columnOf(sheet, ['Mã tạm'])] = 'TAM9200000099';
  twin[columnOf(sheet, ['Trạng thái'])] = 'Chuyển đi';
  twin[columnOf(sheet, ['Ngày trạng thái'])] = '10/11/2025';
  sheet.rows.push(twin);
  const cell = (title: string, row: number): string => `${pupils}!${columnLetters(columnOf(sheet, [title]))}${row}`;
  return [
    { fault: 'repeatedPupil', sheet: pupils, cell: cell('Mã học sinh', repeatedRow), studentId: repeated },
    { fault: 'sameNameAndBirthDate', sheet: pupils, cell: cell('Họ tên', repeatedRow + 1), studentId: '9209099998' },
  ];
}

function plantStaffFaults(sheets: readonly SheetRows[]): PlantedFault[] {
  const classes = sheetNamed(sheets, 'LopHoc');
  const teacher = columnOf(classes, ['Mã định danh GVCN']);
  const lastClass = classes.rows.at(-1) ?? [];
  lastClass[teacher] = '9209089999';
  const assignments = sheetNamed(sheets, 'PhanCong');
  assignments.rows.pop();
  return [
    {
      fault: 'unknownHomeroomTeacher',
      sheet: 'LopHoc',
      cell: `LopHoc!${columnLetters(teacher)}${classes.rows.length}`,
      studentId: null,
    },
    { fault: 'missingAssignment', sheet: 'PhanCong', cell: 'PhanCong', studentId: null },
  ];
}
