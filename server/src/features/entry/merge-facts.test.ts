import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeFacts } from './merge-facts.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';
import { factsWith } from './test-facts.ts';

const imported = factsWith({});

test('a correction made here stays when the workbook changes something else of the pupil', () => {
  const current: PupilYearFacts = { ...imported, heightTenths: 1333 };
  const now: PupilYearFacts = { ...imported, absentWithLeave: 4 };
  const { facts, overwritten } = mergeFacts({ current, before: imported, now });
  assert.equal(facts.heightTenths, 1333);
  assert.equal(facts.absentWithLeave, 4);
  assert.deepEqual(overwritten, []);
});

test('corrections merge per subject and per field', () => {
  const current = factsWith({ mathematics: { comment: 'Sửa tại trường.' } });
  const now = factsWith({ mathematics: { level: 'completedWell' }, vietnamese: { comment: 'Mới trong tệp.' } });
  const { facts, overwritten } = mergeFacts({ current, before: imported, now });
  const expected = factsWith({
    mathematics: { comment: 'Sửa tại trường.', level: 'completedWell' },
    vietnamese: { comment: 'Mới trong tệp.' },
  });
  assert.deepEqual(facts, expected);
  assert.deepEqual(overwritten, []);
});

test('where both changed, the workbook wins and the place is named', () => {
  const current = factsWith({ mathematics: { comment: 'Sửa tại trường.' } });
  const now = factsWith({ mathematics: { comment: 'Mới trong tệp.' } });
  const { facts, overwritten } = mergeFacts({ current, before: imported, now });
  assert.deepEqual(facts, now);
  assert.deepEqual(overwritten, ['subjects.mathematics.comment']);
});

test('the first import is taken whole', () => {
  assert.deepEqual(mergeFacts({ current: factsWith({}), before: null, now: imported }).facts, imported);
});
