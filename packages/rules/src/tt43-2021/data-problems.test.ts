import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ContinuingYearInput, evaluateContinuingYear, type SecondarySubjectInput } from '../index.ts';

const mathematics: SecondarySubjectInput = {
  form: 'byScore',
  subject: 'mathematics',
  first: { averageTenths: 70 },
  second: { averageTenths: 80 },
  reassessedTenths: null,
};
const activities: SecondarySubjectInput = {
  form: 'byComment',
  subject: 'experientialActivities',
  first: { result: 'achieved' },
  second: { result: 'achieved' },
  reassessed: null,
};

const yearOf = (subjects: readonly SecondarySubjectInput[], changed: Partial<ContinuingYearInput> = {}) =>
  evaluateContinuingYear({
    schoolYear: '2025-2026',
    grade: 10,
    subjects,
    conduct: { first: 'good', second: 'good' },
    absentHalfDays: { withLeave: 0, withoutLeave: 0 },
    ...changed,
  });
const codes = (subjects: readonly SecondarySubjectInput[], changed?: Partial<ContinuingYearInput>) =>
  yearOf(subjects, changed).errors.map(({ code }) => code);

describe('the data of a continuing year', () => {
  it('that fit give the averages and no fault', () => {
    const { subjects, errors, missing, warnings } = yearOf([activities, mathematics]);
    assert.deepEqual([errors, missing, warnings], [[], [], []]);
    assert.deepEqual(
      subjects.map(({ subject, year }) => [subject, year]),
      [
        ['mathematics', 77],
        ['experientialActivities', 'achieved'],
      ],
    );
  });

  it('are wrong where a year differs from its semesters', () => {
    assert.deepEqual(codes([{ ...mathematics, yearAverageTenths: 80 }]), ['averageDiffers']);
    assert.deepEqual(codes([{ ...activities, yearResult: 'notAchieved' }]), ['averageDiffers']);
    assert.deepEqual(
      codes([
        { ...mathematics, yearAverageTenths: 77 },
        { ...activities, yearResult: 'achieved' },
      ]),
      [],
    );
  });

  it('are wrong where a row stands twice, has the wrong form, or absences are no whole number', () => {
    assert.deepEqual(codes([mathematics, mathematics]), ['duplicateRow']);
    assert.deepEqual(codes([{ ...mathematics, subject: 'music' }]), ['wrongForm']);
    assert.deepEqual(codes([mathematics], { absentHalfDays: { withLeave: 1.5, withoutLeave: 0 } }), [
      'absencesNotWhole',
    ]);
  });

  it('name what is missing, and nothing of a subject that is not assessed', () => {
    const begun = { ...mathematics, second: { regular: [80, null], midterm: 70, endOfTerm: 80 } };
    const { missing } = yearOf([begun], { conduct: { first: 'good', second: null }, absentHalfDays: null });
    assert.deepEqual(
      missing.map(({ kind, of }) => [kind, of]),
      [
        ['score', 'mathematics'],
        ['conduct', 'second'],
        ['absence', ''],
      ],
    );
    assert.match(missing[0]?.sentence ?? '', /^Chưa có đủ kết quả học kì II của Toán/);
    assert.deepEqual(yearOf([{ ...begun, exempted: true }]).missing, []);
  });

  it('say of a reassessment that no level was computed again', () => {
    const { warnings } = yearOf([{ ...mathematics, reassessedTenths: 85 }]);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['reassessmentNotComputed'],
    );
  });
});
