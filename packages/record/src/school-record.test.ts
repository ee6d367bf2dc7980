import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSheet } from '../testing/sample-sheet.ts';
import { continuingSheet, lowerSecondarySheet } from '../testing/secondary-samples.ts';
import {
  assembleSchoolRecord,
  gapsOf,
  type LowerSecondaryYearSheet,
  type SchoolRecord,
  type YearSheet,
} from './index.ts';

function yearOf(start: number, grade: LowerSecondaryYearSheet['grade'], version = 1): LowerSecondaryYearSheet {
  const schoolYear = `${start}-${start + 1}`;
  return { ...lowerSecondarySheet, schoolYear, grade, version, className: `${grade}A2`, schooling: [] };
}

function recordOf(...sheets: YearSheet[]): SchoolRecord {
  const assembled = assembleSchoolRecord(sheets);
  assert('record' in assembled, JSON.stringify(assembled));
  return assembled.record;
}

describe('when the sheets of a pupil are put together', () => {
  it('the newest version of each year stands, oldest year first', () => {
    const record = recordOf(yearOf(2025, 8), yearOf(2023, 6), yearOf(2024, 7), yearOf(2024, 7, 2));
    assert.deepEqual(
      record.years.map(({ schoolYear, version }) => [schoolYear, version]),
      [
        ['2023-2024', 1],
        ['2024-2025', 2],
        ['2025-2026', 1],
      ],
    );
    assert.deepEqual(gapsOf(record), []);
    assert.equal(record.recordId, lowerSecondarySheet.recordId);
  });

  it('the history is what the newest sheet states, completed by the years of the sheets themselves', () => {
    const stated = lowerSecondarySheet.schooling.slice(0, 1);
    const record = recordOf({ ...yearOf(2024, 7), schooling: stated }, yearOf(2025, 8));
    assert.deepEqual(
      record.schooling.map(({ schoolYear, className, place }) => [schoolYear, className, place]),
      [
        ['2023-2024', '6A2', 'Huyện Mỹ Xuyên, Tỉnh Sóc Trăng'],
        ['2024-2025', '7A2', 'Phường Bình Minh, Thành phố Cần Thơ'],
        ['2025-2026', '8A2', 'Phường Bình Minh, Thành phố Cần Thơ'],
      ],
    );
  });

  it('a primary sheet that states no history has at least its own year', () => {
    assert.deepEqual(
      recordOf(sampleSheet).schooling.map(({ className }) => className),
      ['3A'],
    );
  });

  const strangers: readonly (readonly [string, readonly YearSheet[], readonly string[]])[] = [
    ['no sheet', [], ['no-sheet']],
    ['another record’s sheet', [yearOf(2024, 7), { ...yearOf(2025, 8), recordId: 'f'.repeat(32) }], ['other-record']],
    [
      'another pupil’s sheet',
      [{ ...yearOf(2024, 7), student: { ...lowerSecondarySheet.student, studentId: '9' } }, yearOf(2025, 8)],
      ['other-student'],
    ],
    [
      'another level’s sheet',
      [{ ...sampleSheet, schoolYear: '2020-2021' }, yearOf(2025, 8)],
      ['other-record', 'other-level', 'other-student'],
    ],
    [
      'the other programme of a centre',
      [{ ...continuingSheet, grade: 9, schoolYear: '2024-2025' }, continuingSheet],
      ['other-level'],
    ],
  ];
  for (const [what, sheets, codes] of strangers) {
    it(`${what} makes no record`, () => {
      const assembled = assembleSchoolRecord(sheets);
      assert('problems' in assembled);
      assert.deepEqual(
        assembled.problems.map(({ code }) => code),
        codes,
      );
    });
  }
});

describe('when the years of a record are looked through', () => {
  const cases: readonly (readonly [string, readonly LowerSecondaryYearSheet[], readonly string[]])[] = [
    ['a year that is not there', [yearOf(2022, 6), yearOf(2024, 7)], ['missing-year']],
    ['a grade repeated', [yearOf(2023, 6), yearOf(2024, 6)], ['repeated-grade']],
    ['a grade that is not there', [yearOf(2023, 6), yearOf(2025, 8)], ['missing-year', 'missing-grade']],
    ['a grade below the last', [yearOf(2023, 7), yearOf(2024, 6)], ['missing-first-grade', 'lower-grade']],
    ['no beginning', [yearOf(2025, 8)], ['missing-first-grade']],
  ];
  for (const [what, sheets, codes] of cases) {
    it(`${what} is told`, () => {
      assert.deepEqual(
        gapsOf(recordOf(...sheets)).map(({ code }) => code),
        codes,
      );
    });
  }
});
