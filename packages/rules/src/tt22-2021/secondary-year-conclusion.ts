import {
  type CommentResult,
  type SecondaryCommendationEntry,
  type SecondarySubject,
  type SecondaryYearConclusion,
  scoreFromTenths,
  type YearMarks,
} from '@hocba/record';
import type { DataProblem, MissingDatum } from '../reason.ts';
import type { SecondarySubjectInput, SecondaryYearInput } from './secondary-year-input.ts';
import type { SecondarySubjectOutcome, SecondaryYearOutcome } from './secondary-year-outcome.ts';

/** What people write in the conclusion beside the results. */
export interface WrittenConclusion
  extends Pick<SecondaryYearConclusion, 'qualifications' | 'competitions' | 'homeroomComment' | 'summerComment'> {
  /** Praise other than the year's titles. */
  readonly furtherCommendations: readonly SecondaryCommendationEntry[];
}

/** Kết luận năm học as the sheet freezes it, or everything that still stands in the way. */
export type SecondaryConclusionOutcome =
  | { readonly conclusion: SecondaryYearConclusion }
  | { readonly open: readonly (MissingDatum | DataProblem)[] };

interface ConcludedYear {
  readonly input: SecondaryYearInput;
  readonly outcome: SecondaryYearOutcome;
  readonly written: WrittenConclusion;
}

/** Turns the outcome of a complete year into the sheet's conclusion; never guesses what is undecided. @law TT22/2021 Đ8, Đ9, Đ12, Đ15 */
export function secondaryYearConclusion({ input, outcome, written }: ConcludedYear): SecondaryConclusionOutcome {
  const { missing, errors, promoted, levelCompleted, academic, conduct } = outcome;
  const open = [...missing, ...errors];
  if (open.length > 0) return { open };
  if (promoted.manner === null || levelCompleted.holds === null || input.absentHalfDays === null)
    return { open: [undecided(outcome)] };
  const { furtherCommendations, ...rest } = written;
  return {
    conclusion: {
      conduct: {
        first: conduct.first,
        second: conduct.second,
        year: conduct.year,
        afterSummer: conduct.afterSummerTraining,
      },
      academic: {
        first: academic.first.level,
        second: academic.second.level,
        year: academic.year.level,
        afterSummer: academic.afterReassessment?.level ?? null,
      },
      absentHalfDays: input.absentHalfDays,
      promotion: promoted.manner,
      principalReason: input.principalDecision?.writtenReason ?? null,
      levelCompleted: levelCompleted.holds,
      commendations: [...titlesOf(outcome), ...furtherCommendations],
      ...rest,
    },
  };
}

function titlesOf({ titles }: SecondaryYearOutcome): readonly SecondaryCommendationEntry[] {
  return titles.map(({ id, label }) => ({ form: 'yearTitle', title: id, text: label }));
}

function undecided({ promoted }: SecondaryYearOutcome): MissingDatum {
  const sentence = promoted.reasons[0]?.sentence ?? 'Chưa có quyết định của hiệu trưởng về việc lên lớp.';
  return { kind: 'decision', of: 'promotion', label: 'Lên lớp', sentence };
}

/** What a subject's row of the sheet holds. */
export type SubjectMarks = { readonly subject: SecondarySubject } & (
  | { readonly form: 'byScore'; readonly marks: YearMarks<ReturnType<typeof scoreFromTenths>> }
  | { readonly form: 'byComment'; readonly marks: YearMarks<CommentResult> }
);

/** The marks of every subject's row, in the order of the form; the reassessed beside the first. @law TT22/2021 Đ9.1, Đ14 */
export function secondaryYearMarks(
  { subjects }: SecondaryYearInput,
  outcome: SecondaryYearOutcome,
): readonly SubjectMarks[] {
  return outcome.subjects.flatMap((result) => {
    const row = subjects.find(({ subject }) => subject === result.subject);
    return row === undefined ? [] : [marksOf(row, result)];
  });
}

function marksOf(row: SecondarySubjectInput, result: SecondarySubjectOutcome): SubjectMarks {
  const { subject } = result;
  if (result.form === 'byComment') {
    const { first, second, year } = result;
    const again = row.form === 'byComment' ? row.reassessed : null;
    return { subject, form: 'byComment', marks: { first, second, year, afterReassessment: again } };
  }
  const score = (tenths: number | null) => (tenths === null ? null : scoreFromTenths(tenths));
  const { first, second, year } = result;
  const again = row.form === 'byScore' ? row.reassessedTenths : null;
  return {
    subject,
    form: 'byScore',
    marks: { first: score(first), second: score(second), year: score(year), afterReassessment: score(again) },
  };
}
