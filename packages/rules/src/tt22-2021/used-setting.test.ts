import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTables } from '../../cases/read-tables.ts';
import { readSecondaryCase } from '../../cases/tt22-2021/read-case.ts';
import { evaluateYear, type SecondaryYearOutcome } from '../index.ts';

const rows = readTables(new URL('../../cases/tt22-2021/', import.meta.url));

/** The parameters named in any reason of the case's outcome. */
function named(code: string): readonly string[] {
  const row = rows.find(({ cells }) => cells['Mã'] === code);
  assert(row);
  const { academic, promoted, titles }: SecondaryYearOutcome = evaluateYear('TT22/2021', readSecondaryCase(row));
  const parts = [academic.year, academic.afterReassessment, promoted, ...titles];
  const reasons = parts.flatMap((part) => part?.reasons ?? []);
  return [...new Set(reasons.flatMap(({ parameter }) => parameter ?? []))];
}

describe('a parameter of TT22/2021', () => {
  it('that decided is named beside the result, whichever way it is set', () => {
    const decided: Readonly<Record<string, readonly string[]>> = {
      raiseReading: ['L17', 'L17-B', 'L18', 'L18-B'],
      raiseByCommentSubject: ['L12', 'L12-điểm'],
      raiseAfterReassessment: ['M05-nâng', 'M05-không nâng'],
      electives: ['Tự chọn-1', 'Tự chọn-2'],
      bothNotAchieved: ['M08', 'M08-hè chờ'],
      titleDespiteAbsences: ['M02', 'M02-danh hiệu'],
    };
    for (const [parameter, codes] of Object.entries(decided))
      for (const code of codes) assert.deepEqual(named(code), [parameter], code);
  });

  it('that changed nothing is not mentioned', () => {
    for (const code of ['L01', 'L05', 'L10', 'M01', 'M03', 'M05', 'M10', 'DH-giỏi']) assert.deepEqual(named(code), []);
  });
});
