import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lowerSecondarySheet, upperSecondarySheet } from '@hocba/record/testing';
import fc from 'fast-check';
import { type CaseRow, entries, listed, readTables } from '../../cases/read-tables.ts';
import { completeYear } from '../../cases/tt22-2021/arbitrary-year.ts';
import { readSecondaryCase } from '../../cases/tt22-2021/read-case.ts';
import { restate } from '../../cases/tt22-2021/restate.ts';
import { sheetOf } from '../../cases/tt22-2021/sheet-of.ts';
import { checkAgainstRules, type GeneralSecondarySheet, type SecondaryYearInput } from '../index.ts';

const samples = { lower: lowerSecondarySheet, upper: upperSecondarySheet };
const rows = readTables(new URL('../../cases/tt22-2021/', import.meta.url));
const cell = ({ cells }: CaseRow, head: string) => cells[head] ?? '';

const check = (sheet: GeneralSecondarySheet, { parameters }: SecondaryYearInput) =>
  checkAgainstRules(sheet, { 'TT22/2021': parameters });

describe('a sheet of THCS or THPT', () => {
  for (const row of rows.filter(({ file }) => file === 'sheet-checks.md')) {
    it(`${cell(row, 'Mã')}: ${cell(row, 'Tình huống')}`, () => {
      const input = readSecondaryCase(row);
      const made = sheetOf(input, samples);
      assert(made);
      const sheet = entries(cell(row, 'Học bạ ghi lại')).reduce(
        (one, [what, value]) => restate(one, what, value),
        made,
      );
      const found = check(sheet, input);
      const awaited = listed(cell(row, 'Phát hiện'));
      const said = found.map(({ severity, sentence }) => `${severity === 'error' ? 'lỗi' : 'nhắc'} ${sentence}`);
      assert.equal(said.length, awaited.length, said.join('\n'));
      for (const words of awaited) {
        const [, severity = '', part = ''] = /^(\S+) (.+)$/.exec(words) ?? [];
        assert(
          said.some((one) => one.startsWith(severity) && one.includes(part)),
          `${words} not in\n${said.join('\n')}`,
        );
      }
    });
  }

  it('as the samples show it follows the rules', () => {
    assert.deepEqual(
      [lowerSecondarySheet, upperSecondarySheet].flatMap((sheet) => checkAgainstRules(sheet)),
      [],
    );
  });
});

describe('a sheet of THCS or THPT made by the rules', () => {
  for (const row of rows.filter(({ cells }) => 'Học tập' in cells)) {
    const input = readSecondaryCase(row);
    const sheet = sheetOf(input, samples);
    if (sheet)
      it(`of case ${cell(row, 'Mã')} follows them`, () => {
        const errors = check(sheet, input).filter(({ severity }) => severity === 'error');
        assert.deepEqual(errors, []);
      });
  }

  it('follows them whatever the pupil’s year was', () => {
    fc.assert(
      fc.property(completeYear, (input) => {
        const sheet = sheetOf(input, samples);
        if (sheet) assert.deepEqual(check(sheet, input), []);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a sheet of THCS or THPT that says something else', () => {
  const changes: readonly (readonly [string, readonly string[]])[] = [
    ['học tập cả năm', ['Tốt', 'Khá', 'Đạt', 'Chưa đạt', 'trống']],
    ['rèn luyện cả năm', ['Tốt', 'Khá', 'Đạt', 'Chưa đạt', 'trống']],
    ['lên lớp', ['được lên lớp', 'được lên lớp sau hè', 'không được lên lớp']],
    ['hoàn thành cấp học', ['có', 'không']],
    ['danh hiệu', ['Học sinh Xuất sắc', 'Học sinh Giỏi', 'trống']],
  ];
  const change = fc
    .constantFrom(...changes)
    .chain(([what, values]) => fc.tuple(fc.constant(what), fc.constantFrom(...values)));

  it('is found whatever single statement of its conclusion is changed', () => {
    fc.assert(
      fc.property(completeYear, change, (input, [what, value]) => {
        const sheet = sheetOf(input, samples);
        if (!sheet) return;
        const changed = restate(sheet, what, value);
        if (JSON.stringify(changed) !== JSON.stringify(sheet)) assert.notDeepEqual(check(changed, input), []);
      }),
      { numRuns: 400 },
    );
  });
});
