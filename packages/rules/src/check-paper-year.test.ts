import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CaseRow, readTables } from '../cases/read-tables.ts';
import { checkPaperYear, type Grade, type PaperCircular, paperFields } from './index.ts';

const rows = ['tt58-2011', 'tt30-2014'].flatMap((folder) =>
  readTables(new URL(`../cases/${folder}/`, import.meta.url)),
);
const cell = ({ cells }: CaseRow, head: string) => cells[head] ?? '';
/** A year in which the circular governed. */
const years: Readonly<Record<PaperCircular, readonly [string, Grade]>> = {
  'TT58/2011': ['2015-2016', 9],
  'TT26/2020': ['2020-2021', 9],
  'TT30/2014': ['2015-2016', 5],
  'TT22/2016': ['2019-2020', 5],
};
const reportOn = (circular: PaperCircular, field: string, text: string) => {
  const [schoolYear, grade] = years[circular];
  return checkPaperYear({ circular, schoolYear, grade, values: [{ field, text }] });
};

describe('what an older paper record says', () => {
  for (const row of rows) {
    const [circular, field] = [cell(row, 'Thông tư') as PaperCircular, cell(row, 'Ô')];
    it(`${cell(row, 'Mã')}: ${field} “${cell(row, 'Ghi')}” by ${circular} is ${cell(row, 'Trong thông tư')}`, () => {
      assert(paperFields[circular].some(({ id }) => id === field));
      const { errors, warnings } = reportOn(circular, field, cell(row, 'Ghi').replace('–', ''));
      assert.deepEqual(errors, []);
      assert.equal(warnings.length === 0 ? 'có' : 'không có', cell(row, 'Trong thông tư'));
    });
  }

  it('every box has a value that exists and one that does not', () => {
    for (const field of new Set(Object.values(paperFields).flatMap((fields) => fields.map(({ id }) => id)))) {
      const seen = rows.filter((row) => cell(row, 'Ô') === field).map((row) => cell(row, 'Trong thông tư'));
      assert(seen.includes('có') && seen.includes('không có'), field);
    }
  });

  it('is never an error, only something to look at, with the values that exist', () => {
    const [warning] = reportOn('TT58/2011', 'academicStanding', 'Tốt').warnings;
    assert.deepEqual([warning?.severity, warning?.code], ['warning', 'notInCircular']);
    assert.match(
      warning?.sentence ?? '',
      /Học lực ghi “Tốt”, nhưng giá trị này không có trong Thông tư 58\/2011\/TT-BGDĐT; chỉ có Giỏi, Khá, Trung bình, Yếu và Kém/,
    );
  });

  it('is held against the circular that governed that year', () => {
    const report = checkPaperYear({ circular: 'TT58/2011', schoolYear: '2020-2021', grade: 9, values: [] });
    assert.match(report.errors[0]?.sentence ?? '', /áp dụng 26\/2020\/TT-BGDĐT/);
  });

  it('is not computed, and that is said', () => {
    assert.match(reportOn('TT30/2014', 'testScore', '9').notComputed, /không tính lại/);
  });
});
