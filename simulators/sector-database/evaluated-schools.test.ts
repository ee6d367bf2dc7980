import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelOf, primaryEducationResults } from '@hocba/record';
import { evaluateLine } from '@hocba/rules';
import { primaryLines } from './primary-lines.ts';
import { buildReferenceSchool } from './reference-school.ts';
import type { Conclusion, SchoolData } from './school-data.ts';
import { upperSecondaryLine } from './upper-secondary-lines.ts';
import { buildUpperSecondarySchool, type ScoredTerm, type UpperSecondaryPupil } from './upper-secondary-school.ts';

const answersTo = (lines: readonly string[]) =>
  lines.map((line, index) => JSON.parse(evaluateLine(line, index + 1).text));
const reference = buildReferenceSchool(1);

describe('the reference school, evaluated', () => {
  for (const [month, school] of Object.entries({ june: reference.june, august: reference.august })) {
    const answers = answersTo(primaryLines(school));

    it(`in ${month}: no line is refused, nothing is missing or against the circular`, () => {
      assert.equal(answers.length, 847);
      for (const { error, missing, errors } of answers) assert.deepEqual([error, missing, errors], [undefined, [], []]);
    });

    it(`in ${month}: every pupil has the result, completion and title that the school itself concluded`, () => {
      assert.deepEqual(
        answers.map(concluded),
        school.results.map(({ studentId }) => lastConclusion(school, studentId)),
      );
    });
  }
});

/** An answer in the words of the school's own software; promotion that waits for people is not yet one. */
function concluded({ result, gradeCompleted, promoted, titles }: Answer): Conclusion {
  const title = titles.find(({ status }) => status === 'awarded');
  return {
    educationResult: result.level === null ? null : labelOf(primaryEducationResults, result.level),
    gradeCompleted: gradeCompleted.holds === true,
    promoted: promoted.holds === true,
    commendation: title?.label ?? null,
  };
}

interface Answer {
  readonly result: { readonly level: (typeof primaryEducationResults)[number]['id'] | null };
  readonly gradeCompleted: { readonly holds: boolean | null };
  readonly promoted: { readonly holds: boolean | null };
  readonly titles: readonly { readonly label: string; readonly status: string }[];
}

function lastConclusion({ results, supplementary }: SchoolData, studentId: string): Conclusion | undefined {
  const again = supplementary.filter((one) => one.studentId === studentId).at(-1);
  return again?.conclusion ?? results.find((one) => one.studentId === studentId)?.conclusion;
}

describe('an upper-secondary school of 1,500 pupils, evaluated', () => {
  const pupils = buildUpperSecondarySchool(1);
  const answers = answersTo(pupils.map(upperSecondaryLine));

  it('is the same school for the same seed, and another for another', () => {
    assert.deepEqual(buildUpperSecondarySchool(1), pupils);
    assert.notDeepEqual(buildUpperSecondarySchool(2), pupils);
    assert.equal(pupils.length, 1500);
  });

  it('no line is refused, nothing is missing or against the circular', () => {
    for (const { error, missing, errors, warnings } of answers)
      assert.deepEqual([error, missing, errors, warnings], [undefined, [], [], []]);
  });

  it('has the averages and levels of Đ9.1 and Đ9.2 as fractions give them', () => {
    for (const [index, pupil] of pupils.entries()) {
      const { subjects, academic } = answers[index];
      const found = new Map(subjects.map((row: { subject: string }) => [row.subject, row]));
      const years = yearsInTenths(pupil);
      for (const { subject, first, second, year } of years)
        assert.deepEqual(found.get(subject), {
          ...(found.get(subject) ?? {}),
          first: first / 10,
          second: second / 10,
          year: year / 10,
        });
      assert.equal(
        academic.year.base,
        plainLevel(
          pupil,
          years.map(({ year }) => year),
        ),
        pupil.studentId,
      );
    }
  });

  it('shows every level, both titles, summer work and absence, as schools do', () => {
    const levels = new Set(answers.map(({ academic }) => academic.year.level));
    assert.deepEqual(levels, new Set(['good', 'fair', 'achieved', 'notAchieved']));
    const titles = new Set(answers.flatMap((answer) => answer.titles.map(({ id }: { id: string }) => id)));
    assert.deepEqual(titles, new Set(['outstandingStudent', 'excellentStudent']));
    assert(answers.some(({ academic }) => academic.year.base !== academic.year.level));
    assert(answers.some(({ reassessmentDue }) => reassessmentDue.length > 0));
    assert(answers.some(({ summerTrainingDue }) => summerTrainingDue));
    assert(answers.some(({ promoted }) => promoted.reasons[0]?.sentence.includes('quá 45 buổi')));
  });
});

/** Each scored subject by fractions of whole numbers, a half going up: nothing of the rules is used. */
function yearsInTenths({ subjects }: UpperSecondaryPupil) {
  return subjects.flatMap(({ subject, terms: [one, two] }) => {
    if (!('regular' in one && 'regular' in two)) return [];
    const [first, second] = [semester(one), semester(two)];
    return [{ subject, first, second, year: rounded(BigInt(first + 2 * second), 3n) }];
  });
}

function semester({ regular, topic, midterm, endOfTerm }: ScoredTerm): number {
  const counted = [...regular, ...(topic === null ? [] : [topic])];
  const sum = counted.reduce((total, score) => total + score, 2 * midterm + 3 * endOfTerm);
  return rounded(BigInt(sum), BigInt(counted.length + 5));
}

function rounded(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** Đ9.2 read off the page. */
function plainLevel({ subjects }: UpperSecondaryPupil, years: readonly number[]): string {
  const failed = subjects.filter(
    ({ terms: [, second] }) => Array.isArray(second) && second.includes('notAchieved'),
  ).length;
  const atLeast = (floor: number) => years.filter((year) => year >= floor).length;
  if (failed === 0 && atLeast(65) === years.length && atLeast(80) >= 6) return 'good';
  if (failed === 0 && atLeast(50) === years.length && atLeast(65) >= 6) return 'fair';
  return failed <= 1 && atLeast(50) >= 6 && atLeast(35) === years.length ? 'achieved' : 'notAchieved';
}
