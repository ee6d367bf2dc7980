import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { YearSheet } from '@hocba/record';
import { lowerSecondarySheet, sampleSheet } from '@hocba/record/testing';
import { cohortOf } from './cohort.ts';

const { conclusion } = lowerSecondarySheet;
const primary = sampleSheet.conclusion;
const cases: readonly (readonly [string, YearSheet, boolean])[] = [
  ['a primary year completed at once', sampleSheet, true],
  ['a corrected sheet', { ...sampleSheet, version: 2 }, false],
  ['a grade not completed', { ...sampleSheet, conclusion: { ...primary, gradeCompleted: false } }, false],
  [
    'a grade completed after a supplementary assessment',
    { ...sampleSheet, conclusion: { ...primary, firstEducationResult: 'notCompleted' } },
    false,
  ],
  ['a pupil promoted at once', lowerSecondarySheet, true],
  [
    'a pupil promoted after the summer',
    { ...lowerSecondarySheet, conclusion: { ...conclusion, promotion: 'promotedAfterSummer' } },
    false,
  ],
  ['a pupil retained', { ...lowerSecondarySheet, conclusion: { ...conclusion, promotion: 'retained' } }, false],
];
for (const [what, sheet, first] of cases) {
  it(`${what} belongs to the ${first ? 'first' : 'second'} cohort`, () => {
    assert.equal(cohortOf(sheet), first ? 'completed' : 'notYetCompletedOrFaulty');
  });
}
