import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyYear, completeYear } from '../../cases/tt22-2021/arbitrary-year.ts';
import {
  evaluateYear,
  rankOf,
  type SecondarySubjectInput,
  type SecondaryYearInput,
  semesterAverage,
  yearAverage,
} from '../index.ts';
import { academicConditions, academicLevel } from './academic-result.ts';

const evaluate = (input: SecondaryYearInput) => evaluateYear('TT22/2021', input);
const runs = { numRuns: 400 };
const score = fc.integer({ min: 0, max: 100 });
const semester = fc.record({
  regular: fc.array(score, { minLength: 2, maxLength: 4 }),
  midterm: score,
  endOfTerm: score,
});

describe('averages in tenths', () => {
  it('lie nearest to the exact quotient, a half going up', () => {
    fc.assert(
      fc.property(semester, ({ regular, midterm, endOfTerm }) => {
        const sum = regular.reduce((total, one) => total + one, 0) + 2 * midterm + 3 * endOfTerm;
        const divisor = regular.length + 5;
        const twiceOff = 2 * sum - 2 * divisor * semesterAverage({ regular, midterm, endOfTerm });
        assert(-divisor <= twiceOff && twiceOff < divisor);
      }),
    );
  });

  it('of a year lie within a third of a tenth of the exact one, never on a half', () => {
    fc.assert(
      fc.property(score, score, (first, second) => {
        assert(Math.abs(first + 2 * second - 3 * yearAverage(first, second)) <= 1);
      }),
    );
  });
});

describe('the academic level', () => {
  it('is the first whose conditions all hold', () => {
    const average = fc.constantFrom(34, 35, 49, 50, 64, 65, 79, 80, 100);
    const facts = fc.record({
      scored: fc.array(fc.record({ subject: fc.constant('mathematics' as const), averageTenths: average }), {
        maxLength: 10,
      }),
      commented: fc.array(
        fc.record({
          subject: fc.constant('arts' as const),
          result: fc.constantFrom('achieved' as const, 'notAchieved' as const),
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(facts, (found) => {
        const failing = academicConditions(found).filter(({ holds }) => !holds);
        const first = ['good', 'fair', 'achieved'].find(
          (level) => !failing.some(({ id }) => id.startsWith(`${level}.`)),
        );
        assert.equal(academicLevel(found), first ?? 'notAchieved');
      }),
      { numRuns: 3000 },
    );
  });
});

describe('whatever is entered for a secondary pupil', () => {
  it('gives an outcome, never an exception, and a level only when nothing is missing or wrong', () => {
    fc.assert(
      fc.property(fc.oneof(anyYear, completeYear), (input) => {
        const { academic, missing, errors, promoted } = evaluate(input);
        if (missing.length > 0) assert.equal(academic.year.level, null);
        if (missing.length + errors.length > 0) assert.equal(promoted.holds, null);
        const exempted = input.subjects.some((row) => row.exempted === true);
        if (missing.length + errors.length === 0 && !exempted) assert.notEqual(academic.year.level, null);
      }),
      runs,
    );
  });

  it('says the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(completeYear, (input) => {
        assert.deepEqual(evaluate({ ...input, subjects: input.subjects.toReversed() }), evaluate(input));
      }),
      runs,
    );
  });
});

describe('a complete secondary year', () => {
  it('never falls when one subject’s score or result rises', () => {
    fc.assert(
      fc.property(completeYear, fc.nat(), (input, pick) => {
        const subjects = input.subjects.map((row, index) =>
          index === pick % input.subjects.length ? better(row) : row,
        );
        const [before, after] = [evaluate(input), evaluate({ ...input, subjects })];
        assert(rank(after) <= rank(before));
        if (before.promoted.holds === true) assert.equal(after.promoted.holds, true);
        if (before.titles.length > 0) assert.notDeepEqual(after.titles, []);
      }),
      { numRuns: 1500 },
    );
  });

  it('never gains by one more half-day of absence', () => {
    fc.assert(
      fc.property(completeYear, (input) => {
        const { withLeave = 0, withoutLeave = 0 } = input.absentHalfDays ?? {};
        const more = { ...input, absentHalfDays: { withLeave, withoutLeave: withoutLeave + 1 } };
        if (evaluate(more).promoted.holds === true) assert.equal(evaluate(input).promoted.holds, true);
      }),
      runs,
    );
  });

  it('is raised by Đ9.3 by one level at most, and never to Tốt', () => {
    fc.assert(
      fc.property(completeYear, (input) => {
        const { level, base } = evaluate(input).academic.year;
        assert(level !== null && base !== null);
        assert(rankOf(base) - rankOf(level) === 0 || (rankOf(base) - rankOf(level) === 1 && level !== 'good'));
      }),
      runs,
    );
  });
});

function rank(outcome: ReturnType<typeof evaluate>): number {
  const { level } = outcome.academic.year;
  assert(level !== null);
  return rankOf(level);
}

function better(row: SecondarySubjectInput): SecondarySubjectInput {
  if (row.form === 'byComment') return { ...row, yearResult: 'achieved' };
  const { yearAverageTenths, first } = row;
  if (yearAverageTenths !== undefined) return { ...row, yearAverageTenths: Math.min(100, yearAverageTenths + 16) };
  if (first === null || 'averageTenths' in first) return row;
  return { ...row, first: { ...first, endOfTerm: 100 } };
}
