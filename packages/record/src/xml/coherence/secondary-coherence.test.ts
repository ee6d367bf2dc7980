import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hardestLowerSecondarySheet, hardestUpperSecondarySheet } from '../../../testing/hardest-sheets.ts';
import { continuingSheet, lowerSecondarySheet, upperSecondarySheet } from '../../../testing/secondary-samples.ts';
import {
  type SecondarySubjectResult,
  type SecondaryYearConclusion,
  type SecondaryYearSheet,
  writeYearSheet,
} from '../../index.ts';
import { checkCoherence } from './check-coherence.ts';

function placesOf(sheet: SecondaryYearSheet): string[] {
  return checkCoherence(sheet).map(({ path }) => path);
}

function withRow(sheet: SecondaryYearSheet, position: number, change: object): SecondaryYearSheet {
  const subjects = sheet.subjects.map((row, index) =>
    index === position - 1 ? ({ ...row, ...change } as SecondarySubjectResult) : row,
  );
  return { ...sheet, subjects };
}

function concluding(change: Partial<SecondaryYearConclusion>): SecondaryYearSheet {
  return { ...lowerSecondarySheet, conclusion: { ...lowerSecondarySheet.conclusion, ...change } };
}

const noMarks = { first: null, second: null, year: null, afterReassessment: null };
const row = (position: number) => `HocBaTHCS/KetQua/MonHoc[${position}]`;
const promotion = 'HocBaTHCS/NhanXet/KetLuan/KetQuaLenLop';

describe('when the fields of a secondary sheet are held against each other', () => {
  it('the samples are coherent', () => {
    const samples = [
      lowerSecondarySheet,
      upperSecondarySheet,
      continuingSheet,
      hardestLowerSecondarySheet,
      hardestUpperSecondarySheet,
    ];
    assert.deepEqual(samples.flatMap(placesOf), []);
  });

  const { year } = lowerSecondarySheet.conclusion.conduct;
  const levels = { first: year, second: year, year };
  const cases: readonly (readonly [string, SecondaryYearSheet, readonly string[]])[] = [
    ['a scored subject with levels', withRow(lowerSecondarySheet, 1, { form: 'byComment' }), [row(1)]],
    ['a commented subject with scores', withRow(lowerSecondarySheet, 9, { form: 'byScore' }), [row(9)]],
    ['marks of an exempted subject', withRow(lowerSecondarySheet, 1, { exempted: true }), [row(1)]],
    ['an exempted subject without marks', withRow(lowerSecondarySheet, 1, { exempted: true, marks: noMarks }), []],
    [
      'a chuyên đề in grade 8',
      withRow(lowerSecondarySheet, 2, { topic: { title: 'Đồ thị', score: null } }),
      [`${row(2)}/ChuyenDe`],
    ],
    [
      'a reassessment without the year’s result',
      withRow(lowerSecondarySheet, 1, { marks: { ...noMarks, afterReassessment: 60 } }),
      [row(1)],
    ],
    [
      'another teacher’s row',
      withRow(lowerSecondarySheet, 1, { responsible: 'subjectTeacher-2' }),
      [`${row(1)}/NguoiPhuTrach`],
    ],
    [
      'rows turned round',
      { ...lowerSecondarySheet, subjects: lowerSecondarySheet.subjects.slice(0, 2).toReversed(), signatories: [] },
      ['HocBaTHCS/KetQua', `${row(1)}/NguoiPhuTrach`, `${row(2)}/NguoiPhuTrach`],
    ],
    [
      'a subject of grade 10 in grade 9 of a centre',
      { ...continuingSheet, grade: 9, subjects: continuingSheet.subjects.slice(0, 3), signatories: [] },
      ['HocBaGDTX/KetQua'],
    ],
    [
      'a level after the summer of a year without one',
      concluding({
        promotion: 'retained',
        academic: { first: null, second: null, year: null, afterSummer: 'achieved' },
      }),
      ['HocBaTHCS/NhanXet/KetLuan/HocTap'],
    ],
    [
      'promoted at once with a level after the summer',
      concluding({ conduct: { ...levels, afterSummer: 'achieved' } }),
      [promotion],
    ],
    ['promoted after a summer of which nothing is said', concluding({ promotion: 'promotedAfterSummer' }), [promotion]],
    [
      'promoted after the summer',
      concluding({ promotion: 'promotedAfterSummer', conduct: { ...levels, afterSummer: 'achieved' } }),
      [],
    ],
    ['THCS completed in grade 8', concluding({ levelCompleted: true }), ['HocBaTHCS/NhanXet/KetLuan/HoanThanhCapHoc']],
    [
      'a year title as a letter of praise',
      concluding({ commendations: [{ form: 'letterOfPraise', title: 'excellentStudent', text: 'Thư khen' }] }),
      ['HocBaTHCS/NhanXet/KetLuan/KhenThuong/MucKhenThuong[1]'],
    ],
    [
      'years of schooling out of order',
      { ...lowerSecondarySheet, schooling: lowerSecondarySheet.schooling.toReversed() },
      [2, 3].map((entry) => `HocBaTHCS/ThongTin/QuaTrinhHocTap/NamDaHoc[${entry}]`),
    ],
    [
      'a year of schooling that is still to come',
      { ...lowerSecondarySheet, schoolYear: '2024-2025' },
      ['HocBaTHCS/ThongTin/QuaTrinhHocTap/NamDaHoc[3]'],
    ],
  ];
  for (const [what, sheet, places] of cases) {
    it(`${what}: ${places.length === 0 ? 'right' : 'refused'}`, () => {
      assert.deepEqual(placesOf(sheet), places);
      if (places.length > 0) assert.throws(() => writeYearSheet(sheet), { code: 'not-writable' });
    });
  }
});
