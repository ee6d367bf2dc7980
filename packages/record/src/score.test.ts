import assert from 'node:assert/strict';
import { it } from 'node:test';
import { formatScore, isWholeScore, parseScore, scoreFromTenths } from './index.ts';

it('scores are read with point or comma', () => {
  assert.deepEqual(['8', '8.5', '8,5', '10', ' 0 '].map(parseScore), [80, 85, 85, 100, 0]);
});

it('what is not a score is not read', () => {
  assert.deepEqual(['10.1', '11', '8.55', '-1', '', 'T', '1e1'].map(parseScore), Array(7).fill(undefined));
  assert.throws(() => scoreFromTenths(8.5), RangeError);
  assert.throws(() => scoreFromTenths(101), RangeError);
});

it('scores are printed with the decimal comma', () => {
  assert.deepEqual(
    [80, 85, 100].map((tenths) => formatScore(scoreFromTenths(tenths))),
    ['8', '8,5', '10'],
  );
  assert.equal(isWholeScore(scoreFromTenths(85)), false);
});
