import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { FaultName } from '../../../../../simulators/sector-database/index.ts';
import {
  buildFaultyWorkbook,
  buildReferenceSchool,
  layOutWorkbook,
  writeSheets,
} from '../../../../../simulators/sector-database/index.ts';
import type { ProblemCode, WorkbookProblem } from './index.ts';
import { readWorkbook, validateWorkbook } from './index.ts';

const { june } = buildReferenceSchool(1);
const faulty = buildFaultyWorkbook(june);
let problems: readonly WorkbookProblem[];

before(async () => {
  const outcome = await readWorkbook(await writeSheets(faulty.sheets), { schoolId: '92000901' });
  assert.equal(outcome.accepted, false);
  problems = outcome.problems;
});

/** What each planted fault must be called, and words its sentence must contain. */
const expected: Readonly<Record<FaultName, readonly [ProblemCode, RegExp]>> = {
  missingScore: ['scoreMissing', /chưa có điểm kiểm tra định kì cuối năm môn .*số nguyên từ 1 đến 10/],
  fractionalScore: ['scoreNotWhole', /điểm 8,5 môn Khoa học có phần thập phân.*Hãy nhập lại số nguyên/],
  scoreAboveTen: ['scoreInvalid', /điểm “11” môn Toán không hợp lệ/],
  scoreInWords: ['scoreInvalid', /điểm “chín” môn Tiếng Việt không hợp lệ/],
  scoreWithoutTest: ['scoreNotExpected', /ở lớp 1 không có bài kiểm tra định kì.*Hãy xoá điểm/],
  missingLevel: ['levelMissing', /chưa có mức đạt được môn Nghệ thuật \(Âm nhạc\)/],
  wrongSubjectLetter: ['levelInvalid', /mức “X” của môn Đạo đức.*T \(Hoàn thành tốt\), H .* hoặc C/],
  wrongQualityLetter: ['levelInvalid', /mức “H” của phẩm chất Trung thực.*T \(Tốt\), Đ \(Đạt\) hoặc C/],
  subjectNotTaught: ['subjectNotTaught', /lớp 1 không học môn Khoa học/],
  commentTooLong: ['valueTooLong', /Nhận xét môn Toán dài \d+ ký tự, chỉ nhận đến 2000/],
  unknownClassOfPupil: ['unknownClass', /không có lớp 6A trong trang LopHoc/],
  unknownClassOfResult: ['unknownClass', /không có lớp 2Z trong trang LopHoc/],
  unknownPupil: ['unknownStudent', /không có học sinh mang mã 9209099999/],
  anotherPupilsName: ['nameDiffers', /tránh ghi nhầm kết quả sang em khác/],
  missingResult: ['resultMissing', /chưa có dòng kết quả/],
  repeatedPupil: ['duplicateStudent', /đã có ở dòng \d+.*xoá dòng trùng/],
  sameNameAndBirthDate: ['possibleDuplicateStudent', /trùng họ tên và ngày sinh với dòng \d+/],
  impossibleBirthDate: ['dateInvalid', /“31\/02\/2019” không phải là ngày có thật/],
  shortPersonalId: ['personalIdMalformed', /không đủ 12 chữ số/],
  lostLeadingZero: ['leadingZeroRestored', /mất số 0 ở đầu, hệ thống đọc là 0\d{11}/],
  wrongSexInPersonalId: ['personalIdMismatch', /không khớp giới tính/],
  anotherEducationResult: ['conclusionDiffers', /tính theo Thông tư 27\/2020 là/],
  unknownHomeroomTeacher: ['unknownStaff', /không có cán bộ nào mang mã 9209089999/],
  missingAssignment: ['assignmentMissing', /chưa phân công giáo viên môn Hoạt động trải nghiệm của lớp 5F/],
};

const warnings: readonly FaultName[] = [
  'sameNameAndBirthDate',
  'lostLeadingZero',
  'wrongSexInPersonalId',
  'anotherEducationResult',
];

describe('a faulty workbook', () => {
  for (const { fault, sheet, cell, studentId } of faulty.planted) {
    it(`is told of ${fault} in ${cell}`, () => {
      const [code, sentence] = expected[fault];
      const found = problems.find(
        (one) => one.cell === cell && one.code === code && (studentId === null || one.pupil?.studentId === studentId),
      );
      assert.ok(found, JSON.stringify(problems.filter((one) => one.cell === cell)));
      assert.equal(found.sheet, sheet);
      assert.match(found.sentence, sentence);
      assert.ok(found.sentence.includes(cell));
      assert.equal(found.severity, warnings.includes(fault) ? 'warning' : 'error');
      if (found.pupil) assert.ok(found.sentence.includes(found.pupil.fullName) && found.pupil.fullName !== '');
    });
  }

  it('is told of nothing else', () => {
    const cells = new Set(faulty.planted.map((one) => one.cell));
    assert.deepEqual(
      problems.filter((one) => !cells.has(one.cell)),
      [],
    );
    assert.equal(problems.length, faulty.planted.length);
  });

  it('gets its problems in the order of its sheets and rows', () => {
    const sheets = ['ThongTinTruong', 'NhanSu', 'LopHoc', 'PhanCong', 'C1-HocSinh', 'C1-KetQua'];
    const places = problems.map((one) => sheets.indexOf(one.sheet) * 1_000_000 + one.row);
    assert.deepEqual(
      places,
      places.toSorted((left, right) => left - right),
    );
  });
});

describe('a workbook that lacks something', () => {
  const codes = (sheets: Parameters<typeof validateWorkbook>[0]) =>
    validateWorkbook(sheets, { schoolId: null }).problems.map(({ code, sheet }) => `${code} ${sheet}`);

  it('is told which sheet, not of every row that misses it', () => {
    const sheets = layOutWorkbook(june).filter((sheet) => sheet.name !== 'LopHoc');
    assert.deepEqual(codes(sheets), ['sheetMissing LopHoc']);
  });

  it('is told which column', () => {
    const sheets = layOutWorkbook(june).map((sheet) =>
      sheet.name === 'NhanSu' ? { ...sheet, rows: sheet.rows.map((row) => row.toSpliced(5, 1)) } : sheet,
    );
    assert.deepEqual(codes(sheets), ['columnMissing NhanSu']);
  });

  it('is told of a column in the three-line header, in one problem', () => {
    const without = (column: number) =>
      layOutWorkbook(june).map((sheet) =>
        sheet.name === 'C1-KetQua' ? { ...sheet, rows: sheet.rows.map((row) => row.toSpliced(column, 1)) } : sheet,
      );
    assert.deepEqual(codes(without(2)), ['columnMissing C1-KetQua']);
    const { problems } = validateWorkbook(without(8), { schoolId: null });
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.sentence ?? '', /thiếu cột “Toán – Mức đạt được”/);
  });

  it('is told that nobody could sign or seal', () => {
    const sheets = layOutWorkbook({
      ...june,
      staff: june.staff.filter((one) => one.position !== 'Hiệu trưởng' && one.position !== 'Văn thư'),
    });
    assert.deepEqual(codes(sheets), ['positionMissing NhanSu', 'positionMissing NhanSu']);
  });

  it('is read all the same when its columns stand in another order, under a title', () => {
    const sheets = layOutWorkbook(june).map((sheet) =>
      sheet.name === 'C1-HocSinh'
        ? {
            ...sheet,
            rows: [['DANH SÁCH HỌC SINH NĂM HỌC 2025-2026'], [], ...sheet.rows.map((row) => row.toReversed())],
          }
        : sheet,
    );
    assert.deepEqual(codes(sheets), []);
  });
});
