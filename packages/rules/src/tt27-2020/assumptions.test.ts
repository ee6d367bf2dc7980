import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTables } from '../../cases/read-tables.ts';
import { readPrimaryCase } from '../../cases/tt27-2020/read-case.ts';
import { evaluateYear } from '../index.ts';

const rows = readTables(new URL('../../cases/tt27-2020/', import.meta.url));

function parametersSaid(code: string): readonly string[] {
  const row = rows.find(({ cells }) => cells['Mã'] === code);
  assert(row);
  const { reasons } = evaluateYear('TT27/2020', readPrimaryCase(row)).result;
  return reasons.flatMap(({ parameter }) => (parameter === undefined ? [] : [parameter]));
}

describe('a parameter is said aloud beside a result', () => {
  const touching: readonly (readonly [string, readonly string[]])[] = [
    ['P12', ['competencesBeforeSubject']],
    ['P12-một', ['competencesBeforeSubject']],
    ['P13', ['electives']],
    ['Tự chọn-1', ['electives']],
    ['P24', ['informaticsTechnologyTest']],
    ['TH-CN-1', ['informaticsTechnologyTest']],
    ['Điểm 0', ['zeroScore']],
    ['BS-trần', ['highestAfterSupplementary']],
  ];
  for (const [code, parameters] of touching) {
    it(`in case ${code}, which it touches`, () => assert.deepEqual(parametersSaid(code), parameters));
  }
  for (const code of ['P01', 'P04', 'P10', 'XS-môn', 'Tự chọn-3', 'BS-phẩm chất', 'P14']) {
    it(`but not in case ${code}`, () => assert.deepEqual(parametersSaid(code), []));
  }
});
