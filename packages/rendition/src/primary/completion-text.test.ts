import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PrimaryYearConclusion } from '@hocba/record';
import { completionText } from './completion-text.ts';

const conclusion: PrimaryYearConclusion = {
  educationResult: 'completed',
  firstEducationResult: null,
  gradeCompleted: true,
  promoted: true,
  primaryCompleted: false,
  commendations: [],
};

describe('section 6 of the form says', () => {
  it('completion and promotion', () => {
    assert.equal(completionText(conclusion, 1), 'Hoàn thành chương trình lớp 1; Được lên lớp 2');
  });

  it('promotion by the principal’s decision without completion', () => {
    assert.equal(
      completionText({ ...conclusion, gradeCompleted: false }, 3),
      'Chưa hoàn thành chương trình lớp 3; Được lên lớp 4',
    );
  });

  it('neither', () => {
    assert.equal(
      completionText({ ...conclusion, gradeCompleted: false, promoted: false }, 3),
      'Chưa hoàn thành chương trình lớp 3; Chưa được lên lớp 4',
    );
  });

  it('completion of primary school in grade 5', () => {
    assert.equal(completionText({ ...conclusion, primaryCompleted: true }, 5), 'Hoàn thành chương trình tiểu học');
  });
});
