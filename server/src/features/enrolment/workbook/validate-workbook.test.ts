import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SheetRows } from '../../../../../simulators/sector-database/index.ts';
import {
  buildReferenceSchool,
  buildSecondSchool,
  layOutWorkbook,
} from '../../../../../simulators/sector-database/index.ts';
import { columnOf, sheetNamed } from '../../../../../simulators/sector-database/sheet-cells.ts';
import type { ProblemCode } from './index.ts';
import { validateWorkbook } from './index.ts';
import type { CellContent } from './sheet-grid.ts';

type Cells = readonly (readonly CellContent[])[];

interface Edit {
  readonly sheet: string;
  readonly column: readonly string[];
  /** 1-based below the header. */
  readonly line: number;
  readonly value: CellContent;
}

const second = layOutWorkbook(buildSecondSchool(1).data);
const august = layOutWorkbook(buildReferenceSchool(1).august);

function edited(
  sheets: readonly SheetRows[],
  { sheet: name, column, line, value }: Edit,
): { name: string; rows: Cells }[] {
  const sheet = sheetNamed(sheets, name);
  const [row, at] = [sheet.headerRows + line - 1, columnOf(sheet, column)];
  const rows = sheet.rows.map((cells, index) => (index === row ? cells.with(at, value as string) : cells));
  return sheets.map((one) => (one.name === name ? { name, rows } : one));
}

function valueAt(sheets: readonly SheetRows[], name: string, column: string, line: number): CellContent {
  const sheet = sheetNamed(sheets, name);
  return sheet.rows[sheet.headerRows + line - 1]?.[columnOf(sheet, [column])] ?? null;
}

const pupil = (column: string, line: number) => valueAt(second, 'C1-HocSinh', column, line);

/** One cell changed → the first problem it causes, and words of its sentence. */
const cases: readonly (readonly [string, Edit, ProblemCode, RegExp])[] = [
  [
    'a school year that is no year',
    { sheet: 'ThongTinTruong', column: ['Nội dung'], line: 7, value: '2025-2027' },
    'valueInvalid',
    /hai năm liên tiếp/,
  ],
  [
    'a commune code that lost its zero',
    { sheet: 'ThongTinTruong', column: ['Nội dung'], line: 3, value: 3808 },
    'valueInvalid',
    /đủ 5 chữ số, giữ số 0 ở đầu/,
  ],
  [
    'no school name',
    { sheet: 'ThongTinTruong', column: ['Nội dung'], line: 2, value: ' ' },
    'valueMissing',
    /chưa có tên trường/,
  ],
  [
    'a person listed twice',
    { sheet: 'NhanSu', column: ['Mã định danh'], line: 7, value: valueAt(second, 'NhanSu', 'Mã định danh', 6) },
    'duplicateStaff',
    /đã có ở dòng 7/,
  ],
  [
    'a login name used twice',
    { sheet: 'NhanSu', column: ['Tên đăng nhập'], line: 7, value: valueAt(second, 'NhanSu', 'Tên đăng nhập', 6) },
    'duplicateLogin',
    /Hãy đặt tên khác/,
  ],
  [
    'a position nobody knows',
    { sheet: 'NhanSu', column: ['Chức vụ'], line: 10, value: 'Thủ lĩnh' },
    'valueInvalid',
    /“Thủ lĩnh” không hợp lệ.*“Giáo viên”/,
  ],
  [
    'a class listed twice',
    { sheet: 'LopHoc', column: ['Mã lớp'], line: 2, value: '1A' },
    'duplicateClass',
    /lớp 1A đã có/,
  ],
  [
    'a grade no primary school has',
    { sheet: 'LopHoc', column: ['Khối'], line: 4, value: 6 },
    'valueInvalid',
    /Khối “6”/,
  ],
  [
    'a subject nobody teaches',
    { sheet: 'PhanCong', column: ['Môn học'], line: 1, value: 'Thiên văn' },
    'assignmentMissing',
    /Tiếng Việt của lớp 1A/,
  ],
  [
    'a subject given to two teachers',
    { sheet: 'PhanCong', column: ['Môn học'], line: 2, value: 'Tiếng Việt' },
    'assignmentMissing',
    /Toán của lớp 1A/,
  ],
  [
    'no personal id and no temporary code',
    { sheet: 'C1-HocSinh', column: ['Số định danh cá nhân'], line: 1, value: null },
    'personalIdMissing',
    /Hãy điền một trong hai/,
  ],
  [
    'a personal id used twice',
    { sheet: 'C1-HocSinh', column: ['Số định danh cá nhân'], line: 3, value: pupil('Số định danh cá nhân', 2) },
    'personalIdMismatch',
    /không khớp/,
  ],
  [
    'a status nobody knows',
    { sheet: 'C1-HocSinh', column: ['Trạng thái'], line: 2, value: 'Đi chơi' },
    'valueInvalid',
    /“Đang học”/,
  ],
  [
    'an ethnic group outside the list',
    { sheet: 'C1-HocSinh', column: ['Mã dân tộc'], line: 2, value: '77' },
    'valueInvalid',
    /mã dân tộc “77”/,
  ],
  [
    'half a letter',
    { sheet: 'C1-HocSinh', column: ['Họ tên'], line: 2, value: 'Lê \ud800' },
    'characterInvalid',
    /ký tự hỏng/,
  ],
  [
    'a day of joining without its day',
    { sheet: 'C1-HocSinh', column: ['Ngày nhập học'], line: 2, value: '09/2025' },
    'dateInvalid',
    /ghi đủ ngày\/tháng\/năm/,
  ],
  [
    'results of someone who left',
    { sheet: 'C1-HocSinh', column: ['Trạng thái'], line: 2, value: 'Chuyển đi' },
    'studentLeft',
    /vẫn có kết quả cuối năm/,
  ],
  [
    'a result in another class',
    { sheet: 'C1-KetQua', column: ['Mã lớp'], line: 2, value: '2A' },
    'classDiffers',
    /ghi lớp 2A nhưng trang C1-HocSinh ghi lớp 1A/,
  ],
  [
    'impossible absence',
    { sheet: 'C1-KetQua', column: ['Số ngày nghỉ có phép'], line: 2, value: -3 },
    'valueInvalid',
    /số ngày nghỉ “-3”/,
  ],
  [
    'impossible height',
    { sheet: 'C1-KetQua', column: ['Chiều cao (cm)'], line: 2, value: 12.5 },
    'valueInvalid',
    /Chiều cao “12.5”.*50 đến 220/,
  ],
];

describe('validateWorkbook', () => {
  for (const [what, edit, code, sentence] of cases) {
    it(`finds ${what}`, () => {
      const { problems } = validateWorkbook(edited(second, edit), { schoolId: null });
      assert.equal(problems[0]?.code, code, JSON.stringify(problems));
      assert.match(problems[0].sentence, sentence);
    });
  }

  const codesOf = (sheets: Parameters<typeof validateWorkbook>[0]) =>
    validateWorkbook(sheets, { schoolId: null }).problems.map(({ code }) => code);

  it('names the cell of an unknown subject and of a second teacher for one subject', () => {
    const column = ['Môn học'];
    assert.ok(
      codesOf(edited(second, { sheet: 'PhanCong', column, line: 1, value: 'Thiên văn' })).includes('unknownSubject'),
    );
    assert.ok(
      codesOf(edited(second, { sheet: 'PhanCong', column, line: 2, value: 'Tiếng Việt' })).includes(
        'duplicateAssignment',
      ),
    );
  });

  it('finds one personal id with two pupils', () => {
    const edit = {
      sheet: 'C1-HocSinh',
      column: ['Số định danh cá nhân'],
      line: 3,
      value: pupil('Số định danh cá nhân', 2),
    };
    assert.ok(codesOf(edited(second, edit)).includes('duplicatePersonalId'));
  });

  it('finds two rows of results for one pupil', () => {
    const column = ['Mã học sinh'];
    const value = valueAt(second, 'C1-KetQua', 'Mã học sinh', 2);
    const codes = codesOf(edited(second, { sheet: 'C1-KetQua', column, line: 3, value }));
    assert.deepEqual(codes, ['resultMissing', 'duplicateResult', 'nameDiffers']);
  });

  it('finds a supplementary assessment that was not due', () => {
    const edit = { sheet: 'C1-DanhGiaBoSung', column: ['Nội dung đánh giá bổ sung'], line: 1, value: 'Tiếng Việt' };
    assert.deepEqual(codesOf(edited(august, edit)), ['supplementaryNotDue']);
  });

  it('accepts levels written small or in words, and scores typed as text', () => {
    const small = edited(second, { sheet: 'C1-KetQua', column: ['Toán', 'Nhận xét'], line: 1, value: 'Tốt.' });
    assert.deepEqual(codesOf(small), []);
    const level = valueAt(second, 'C1-KetQua', 'Tiếng Việt', 1);
    const words = level === 'T' ? 'hoàn thành tốt' : 'hoàn thành';
    assert.deepEqual(
      codesOf(edited(second, { sheet: 'C1-KetQua', column: ['Tiếng Việt'], line: 1, value: words })),
      [],
    );
    const sheet = sheetNamed(second, 'C1-KetQua');
    const score = sheet.rows[sheet.headerRows]?.[columnOf(sheet, ['Toán', 'Điểm KTĐK'])];
    assert.deepEqual(
      codesOf(edited(second, { sheet: 'C1-KetQua', column: ['Toán', 'Điểm KTĐK'], line: 1, value: ` ${score} ` })),
      [],
    );
  });
});
