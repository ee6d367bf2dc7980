import assert from 'node:assert/strict';
import { it } from 'node:test';
import { lowerSecondarySheet, sampleSheet } from '@hocba/record/testing';
import { whyToLook } from './why-to-look.ts';

const { conclusion, student } = sampleSheet;
const usual = {
  ...sampleSheet,
  version: 1,
  student: { ...student, individualEducationPlan: false, personalIdStatus: 'official' as const },
  conclusion: {
    ...conclusion,
    gradeCompleted: true,
    promoted: true,
    firstEducationResult: null,
    educationResult: 'completed' as const,
  },
};

it('a usual sheet needs no second look', () => {
  assert.deepEqual(whyToLook(usual), []);
});

it('each thing out of the ordinary is told', () => {
  const cases = [
    [{ ...usual, version: 2 }, /Phiên bản 2/],
    [{ ...usual, student: { ...usual.student, personalIdStatus: 'temporary' as const } }, /mã tạm/],
    [{ ...usual, student: { ...usual.student, individualEducationPlan: true } }, /kế hoạch giáo dục cá nhân/],
    [
      { ...usual, conclusion: { ...usual.conclusion, firstEducationResult: 'notCompleted' as const } },
      /đánh giá bổ sung/,
    ],
    [{ ...usual, conclusion: { ...usual.conclusion, gradeCompleted: false } }, /hiệu trưởng/],
    [{ ...usual, conclusion: { ...usual.conclusion, gradeCompleted: false, promoted: false } }, /Chưa hoàn thành/],
    [{ ...usual, conclusion: { ...usual.conclusion, educationResult: null } }, /Không xếp mức/],
  ] as const;
  for (const [sheet, note] of cases) assert.match(whyToLook(sheet).join(' '), note);
});

it('a secondary sheet is looked at for its promotion and for what the principal decided', () => {
  assert.deepEqual(whyToLook(lowerSecondarySheet), []);
  const { conclusion: concluded } = lowerSecondarySheet;
  const decided = {
    ...lowerSecondarySheet,
    conclusion: { ...concluded, promotion: 'retained' as const, principalReason: 'Gia đình đề nghị.' },
  };
  assert.deepEqual(whyToLook(decided), ['Không được lên lớp.', 'Theo quyết định của người đứng đầu.']);
});
