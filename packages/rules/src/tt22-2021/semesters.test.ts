import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  compulsorySubjects,
  evaluateYear,
  requiredRegularScores,
  type SecondarySubjectInput,
  type SecondaryYearInput,
} from '../index.ts';

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

  it('have no average while a score is blank, nor a result while an assessment is', () => {
    const input = year(Array(8).fill(80), Array(8).fill(80));
    const blank: readonly SecondarySubjectInput[] = [
      {
        form: 'byScore',
        subject: 'literature',
        first: { regular: [80, 80, 80, 80], midterm: null, endOfTerm: 80 },
        second: { averageTenths: 80 },
        reassessedTenths: null,
      },
      {
        form: 'byComment',
        subject: 'arts',
        first: { assessments: ['achieved', 'achieved', 'achieved', null] },
        second: { result: 'achieved' },
        reassessed: null,
      },
    ];
    const others = input.subjects.filter(({ subject }) => subject !== 'literature' && subject !== 'arts');
    const { subjects, academic, missing } = evaluateYear('TT22/2021', { ...input, subjects: [...others, ...blank] });
    const found = subjects.filter(({ subject }) => subject === 'literature' || subject === 'arts');
    assert.deepEqual(
      found.map(({ first, year: whole }) => [first, whole]),
      [
        [null, null],
        [null, 'achieved'],
      ],
    );
    assert.equal(academic.first.level, null);
    assert.equal(academic.second.level, 'good');
    assert.equal(missing.length, 2);
  });

  it('have no level where a subject is not assessed by individual plan', () => {
    const input = { ...year(Array(8).fill(80), Array(8).fill(80)), individualEducationPlan: true };
    const subjects = input.subjects.map((row) => (row.subject === 'informatics' ? { ...row, exempted: true } : row));
    const { academic } = evaluateYear('TT22/2021', { ...input, subjects });
    assert.deepEqual([academic.first.level, academic.second.level, academic.year.level], [null, null, null]);
  });
});

describe('subjects due for reassessment', () => {
  const low = year([50, 50, 50, 50, 50, 49, 49, 35], [50, 50, 50, 50, 50, 49, 49, 35]);
  const dueAfter = (reassessedTenths: number | null) => {
    const subjects = low.subjects.map((row) =>
      row.form === 'byScore' && row.subject === 'informatics' ? { ...row, reassessedTenths } : row,
    );
    return evaluateYear('TT22/2021', { ...low, subjects }).reassessmentDue.map(({ of }) => of);
  };

  it('are those below 5,0 and not yet assessed again, until the year is at least Đạt', () => {
    assert.deepEqual(dueAfter(null), ['naturalSciences', 'technology', 'informatics']);
    assert.deepEqual(dueAfter(40), ['naturalSciences', 'technology']);
    assert.deepEqual(dueAfter(55), []);
  });
});

describe('the programme behind the semesters', () => {
  it('changes the number of regular scores at 35 and 70 lessons a year', () => {
    assert.deepEqual([35, 36, 70, 71].map(requiredRegularScores), [2, 3, 3, 4]);
  });

  it('is that of THCS up to grade 9, of THPT from grade 10', () => {
    assert(compulsorySubjects(9).includes('naturalSciences') && !compulsorySubjects(9).includes('history'));
    assert(compulsorySubjects(10).includes('history') && !compulsorySubjects(10).includes('naturalSciences'));
  });
});
