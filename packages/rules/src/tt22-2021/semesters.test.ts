import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluateYear, type SecondarySubjectInput, type SecondaryYearInput } from '../index.ts';

const scored = [
  'literature',
  'mathematics',
  'foreignLanguage',
  'civics',
  'historyGeography',
  'naturalSciences',
  'technology',
  'informatics',
] as const;
const commented = ['physicalEducation', 'arts', 'localEducation', 'experientialActivities'] as const;

/** Grade 7 with the averages of each semester, in tenths, in the order of the form. */
function year(first: readonly number[], second: readonly (number | null)[]): SecondaryYearInput {
  const scoredRows = scored.map((subject, index): SecondarySubjectInput => {
    const again = second[index] ?? null;
    return {
      form: 'byScore',
      subject,
      first: { averageTenths: first[index] ?? 0 },
      second: again === null ? null : { averageTenths: again },
      reassessedTenths: null,
    };
  });
  const achieved = { result: 'achieved' } as const;
  const commentedRows = commented.map(
    (subject): SecondarySubjectInput => ({
      form: 'byComment',
      subject,
      first: achieved,
      second: achieved,
      reassessed: null,
    }),
  );
  return {
    schoolYear: '2025-2026',
    grade: 7,
    subjects: [...scoredRows, ...commentedRows],
    conduct: { first: 'fair', second: 'good' },
    absentHalfDays: { withLeave: 1, withoutLeave: 0 },
    summerTraining: null,
    individualEducationPlan: false,
    principalDecision: null,
  };
}

describe('the semesters of a secondary year', () => {
  it('have academic levels of their own, each raised by Đ9.3 on its own', () => {
    const { academic, conduct } = evaluateYear('TT22/2021', year([90, 90, 90, 90, 90, 90, 90, 49], Array(8).fill(80)));
    assert.deepEqual([academic.first.base, academic.first.level], ['achieved', 'fair']);
    assert.deepEqual([academic.second.base, academic.second.level], ['good', 'good']);
    assert.deepEqual([academic.year.base, academic.year.level], ['good', 'good']);
    assert.equal(conduct.year, 'good');
  });

  it('give the year from their rounded averages', () => {
    const { subjects } = evaluateYear('TT22/2021', year(Array(8).fill(82), Array(8).fill(85)));
    assert.deepEqual(subjects[0], { form: 'byScore', subject: 'literature', first: 82, second: 85, year: 84 });
  });

  it('stand alone while the other is still to come', () => {
    const { academic, missing, promoted } = evaluateYear('TT22/2021', year(Array(8).fill(80), Array(8).fill(null)));
    assert.equal(academic.first.level, 'good');
    assert.equal(academic.second.level, null);
    assert.equal(academic.year.level, null);
    assert.equal(promoted.holds, null);
    assert.equal(missing.length, 8);
  });
});
