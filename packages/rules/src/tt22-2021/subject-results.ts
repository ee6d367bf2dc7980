import type { CommentResult } from '@hocba/record';
import { semesterComment, yearComment } from './comment-result.ts';
import { requiredCommentAssessments } from './regular-scores.ts';
import type {
  CommentedSemester,
  CommentedSubjectInput,
  ScoredSemester,
  ScoredSubjectInput,
  ScoreEntry,
  SecondarySubjectInput,
} from './secondary-year-input.ts';
import type { SecondarySubjectOutcome } from './secondary-year-outcome.ts';
import { semesterAverage, yearAverage } from './subject-average.ts';

export type Semester = 'first' | 'second';

/**
 * A subject's semester and year results, as far as what was entered gives them; none of one not assessed, and none while
 * fewer than `regularDue` regular scores stand in a semester.
 * @law TT22/2021 Đ9.1, Đ11
 */
export function subjectResults(row: SecondarySubjectInput, regularDue: number): SecondarySubjectOutcome {
  const { form, subject } = row;
  if (row.exempted === true) return { form, subject, first: null, second: null, year: null };
  return row.form === 'byScore' ? scoredResults(row, regularDue) : commentedResults(row);
}

function scoredResults(row: ScoredSubjectInput, regularDue: number): SecondarySubjectOutcome {
  const { subject, first, second, yearAverageTenths } = row;
  const one = first && averageOf(first, regularDue);
  const two = second && averageOf(second, regularDue);
  const computed = one === null || two === null ? null : yearAverage(one, two);
  return { form: 'byScore', subject, first: one, second: two, year: yearAverageTenths ?? computed };
}

function commentedResults({ subject, first, second, yearResult }: CommentedSubjectInput): SecondarySubjectOutcome {
  const one = first && resultOf(first);
  const two = second && resultOf(second);
  return { form: 'byComment', subject, first: one, second: two, year: yearResult ?? (two && yearComment(two)) };
}

/** The average; `null` while a score is still blank. */
function averageOf(semester: ScoredSemester, regularDue: number): number | null {
  if ('averageTenths' in semester) return semester.averageTenths;
  const { midterm, endOfTerm } = semester;
  const regular = regularEntries(semester);
  if (midterm === null || endOfTerm === null || regular.length < regularDue) return null;
  return semesterAverage({
    regular: regular.map(countedScore),
    midterm: countedScore(midterm),
    endOfTerm: countedScore(endOfTerm),
  });
}

/** ĐĐGtx entered so far, the result of a chuyên đề among them. @law TT22/2021 Đ6.3 */
export function regularEntries({
  regular,
  topic,
}: Extract<ScoredSemester, { regular: unknown }>): readonly ScoreEntry[] {
  const entered = regular.filter((score) => score !== null);
  return topic === undefined ? entered : [...entered, topic];
}

/** Every score that was entered for a subject, averages given directly among them. */
export function enteredScores(row: ScoredSubjectInput): readonly number[] {
  const scores = [...entriesOf(row.first), ...entriesOf(row.second), row.yearAverageTenths, row.reassessedTenths];
  return scores.filter((score) => typeof score === 'number');
}

function entriesOf(semester: ScoredSemester | null): readonly (ScoreEntry | null)[] {
  if (semester === null) return [];
  if ('averageTenths' in semester) return [semester.averageTenths];
  return [...regularEntries(semester), semester.midterm, semester.endOfTerm];
}

/** Whether a result of a chuyên đề was entered in either semester. */
export function hasTopic(row: SecondarySubjectInput): boolean {
  return [row.first, row.second].some((semester) => semester !== null && 'topic' in semester);
}

/** A missed test that was decided to count counts 0. @law TT22/2021 Đ7 */
function countedScore(entry: ScoreEntry): number {
  return entry === 'missed' ? 0 : entry;
}

function resultOf(semester: CommentedSemester): CommentResult | null {
  if ('result' in semester) return semester.result;
  const entered = semester.assessments.filter((assessment) => assessment !== null);
  return entered.length < semester.assessments.length ? null : semesterComment(entered, requiredCommentAssessments);
}
