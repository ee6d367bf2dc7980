import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedFields } from './changed-fields.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';
import { factsWith } from './test-facts.ts';

const before = factsWith({});

const cases: readonly (readonly [string, PupilYearFacts, readonly string[]])[] = [
  ['nothing', factsWith({}), []],
  ['a height', { ...before, heightTenths: 1300 }, ['heightTenths']],
  ['a level of one subject', factsWith({ mathematics: { level: 'completedWell' } }), ['subjects.mathematics']],
  [
    'a comment in each of two subjects',
    factsWith({ mathematics: { comment: 'Khác.' }, vietnamese: { comment: 'Khác.' } }),
    ['subjects.vietnamese', 'subjects.mathematics'],
  ],
  ['the principal’s decision', { ...before, principalDecision: { promoted: true } }, ['principalDecision']],
  ['a subject taken away', { ...before, subjects: before.subjects.slice(1) }, ['subjects.vietnamese']],
  ['the order of the subjects alone', { ...before, subjects: [...before.subjects].reverse() }, ['subjects']],
  ['the same subject twice', { ...before, subjects: [...before.subjects, ...before.subjects.slice(1)] }, ['subjects']],
];

for (const [what, after, fields] of cases) {
  test(`what changed is named, without its value: ${what}`, () => {
    assert.deepEqual(changedFields(before, after), fields);
    assert.deepEqual([...changedFields(after, before)].sort(), [...fields].sort());
  });
}
