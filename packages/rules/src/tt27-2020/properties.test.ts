import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { primaryEducationResults } from '@hocba/record';
import fc from 'fast-check';
import { anyYear, completeYear } from '../../cases/tt27-2020/arbitrary-year.ts';
import { evaluateYear, type PrimaryYearInput, primaryYearConclusion } from '../index.ts';

const evaluate = (input: PrimaryYearInput) => evaluateYear('TT27/2020', input);
const runs = { numRuns: 400 };

describe('whatever is entered', () => {
  it('gives an outcome, never an exception, and a level only when nothing is missing or wrong', () => {
    fc.assert(
      fc.property(fc.oneof(anyYear, completeYear), (input) => {
        const { result, missing, errors } = evaluate(input);
        const prevented = missing.length > 0 || errors.some(({ kind }) => kind !== 'comment');
        const decisionOnly = errors.every(({ code }) => code === 'decisionContradictsCompletion');
        if (result.level !== null) assert(missing.length === 0 && (decisionOnly || !prevented));
        if (!prevented && !input.levelWithheld) assert.notEqual(result.level, null);
      }),
      runs,
    );
  });

  it('says the same whatever the order of the rows', () => {
    const reversed = (input: PrimaryYearInput): PrimaryYearInput => ({
      ...input,
      subjects: input.subjects.toReversed(),
      qualities: input.qualities.toReversed(),
      competences: input.competences.toReversed(),
    });
    fc.assert(
      fc.property(fc.oneof(anyYear, completeYear), (input) => {
        const distinct = new Set(input.subjects.map(({ subject }) => subject)).size === input.subjects.length;
        const [one, other] = [evaluate(input), evaluate(reversed(input))];
        if (distinct) assert.deepEqual(other, one);
        else assert.deepEqual(other.result, one.result);
      }),
      runs,
    );
  });

  it('freezes no conclusion while anything is open', () => {
    fc.assert(
      fc.property(fc.oneof(anyYear, completeYear), (input) => {
        const outcome = evaluate(input);
        const concluded = 'conclusion' in primaryYearConclusion(input, outcome);
        const open = outcome.missing.length + outcome.errors.length > 0 || outcome.promoted.holds === null;
        assert.equal(concluded, !open);
      }),
      runs,
    );
  });
});

describe('a complete year', () => {
  it('never falls when a score, a level or a quality rises', () => {
    fc.assert(
      fc.property(completeYear, fc.nat(), (input, pick) => {
        const before = rank(input);
        for (const better of improvements(input, pick)) assert(rank(better) <= before);
      }),
      runs,
    );
  });

  it('loses its result, and gains exactly one line of missing data, when one datum is taken away', () => {
    fc.assert(
      fc.property(completeYear, fc.nat(), (complete, pick) => {
        const input = {
          ...complete,
          parameters: { ...complete.parameters, informaticsTechnologyTest: 'eachBranch' as const },
        };
        const tested = input.subjects.filter((row) => row.tests.length > 0);
        const emptied = tested[pick % tested.length]?.subject;
        const without = {
          ...input,
          subjects: input.subjects.map((row) => (row.subject === emptied ? { ...row, tests: [] } : row)),
        };
        const { result, missing } = evaluate(without);
        assert.equal(result.level, null);
        assert.deepEqual(
          missing.map(({ kind, of }) => [kind, of]),
          [['score', emptied]],
        );
      }),
      runs,
    );
  });

  it('lacks a quality or competence whose row is not there as much as a blank one', () => {
    fc.assert(
      fc.property(completeYear, (input) => {
        const { missing } = evaluate({ ...input, qualities: [], competences: [] });
        const optional = input.grade < 3 && input.parameters?.competencesBeforeSubject !== 'required' ? 2 : 0;
        assert.equal(missing.length, 15 - optional);
      }),
      { numRuns: 30 },
    );
  });

  it('explains every level with a cited sentence', () => {
    fc.assert(
      fc.property(completeYear, (input) => {
        const { result, gradeCompleted, promoted } = evaluate(input);
        const reasons = [...result.reasons, ...gradeCompleted.reasons, ...promoted.reasons];
        assert(result.reasons.length > 0 && gradeCompleted.reasons.length > 0 && promoted.reasons.length > 0);
        for (const { sentence, law } of reasons) assert(sentence.endsWith(`(${law}).`));
      }),
      runs,
    );
  });
});

function rank(input: PrimaryYearInput): number {
  const { level } = evaluate(input).result;
  return primaryEducationResults.findIndex(({ id }) => id === level);
}

/** The same year with one row's score, one row's level, one quality or one competence at its best. */
function improvements(input: PrimaryYearInput, pick: number): readonly PrimaryYearInput[] {
  const at = <Row>(rows: readonly Row[], better: (row: Row) => Row) =>
    rows.map((row, index) => (index === pick % rows.length ? better(row) : row));
  return [
    { ...input, subjects: at(input.subjects, (row) => ({ ...row, level: 'completedWell' })) },
    {
      ...input,
      subjects: at(input.subjects, (row) => ({
        ...row,
        tests: row.tests.map(({ scoreTenths }) => ({ scoreTenths: Math.min(100, scoreTenths + 10), effective: true })),
      })),
    },
    { ...input, qualities: at(input.qualities, (row) => ({ ...row, level: 'good' })) },
    { ...input, competences: at(input.competences, (row) => ({ ...row, level: 'good' })) },
  ];
}
