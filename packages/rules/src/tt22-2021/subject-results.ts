import type { CommentResult } from './comment-result.ts';
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

/** A subject's semester and year results, as far as what was entered gives them. @law TT22/2021 Đ9.1 */
export function subjectResults(row: SecondarySubjectInput): SecondarySubjectOutcome {
  return row.form === 'byScore' ? scoredResults(row) : commentedResults(row);
}

function scoredResults({ subject, first, second, yearAverageTenths }: ScoredSubjectInput): SecondarySubjectOutcome {
  const one = first && averageOf(first);
  const two = second && averageOf(second);
  const computed = one === null || two === null ? null : yearAverage(one, two);
  return { form: 'byScore', subject, first: one, second: two, year: yearAverageTenths ?? computed };
}

function commentedResults({ subject, first, second, yearResult }: CommentedSubjectInput): SecondarySubjectOutcome {
  const one = first && resultOf(first);
  const two = second && resultOf(second);
  return { form: 'byComment', subject, first: one, second: two, year: yearResult ?? (two && yearComment(two)) };
}

/** The average; `null` while a score is still blank. */
function averageOf(semester: ScoredSemester): number | null {
  if ('averageTenths' in semester) return semester.averageTenths;
  const { midterm, endOfTerm } = semester;
  if (midterm === null || endOfTerm === null) return null;
  return semesterAverage({
    regular: regularEntries(semester).map(countedScore),
    midterm: countedScore(midterm),
    endOfTerm: countedScore(endOfTerm),
  });
}

/** ĐĐGtx, the result of a chuyên đề among them. @law TT22/2021 Đ6.3 */
export function regularEntries(semester: Extract<ScoredSemester, { regular: unknown }>): readonly ScoreEntry[] {
  return semester.topic === undefined ? semester.regular : [...semester.regular, semester.topic];
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
