import type { DataProblem, Decision, MissingDatum, Reason } from '../reason.ts';
import type { SecondaryLevel } from '../tt22-2021/secondary-levels.ts';
import type { SecondaryYearInput } from '../tt22-2021/secondary-year-input.ts';
import type { BySemester, SecondarySubjectOutcome } from '../tt22-2021/secondary-year-outcome.ts';
import type { ContinuingParameters } from './parameters.ts';

/** Số ĐĐGtx at the least: the lessons a year of the continuing programmes, which decide how many, were not at hand. */
export const leastRegularScores = 2;

/** A learner's year in the continuing programmes of THCS and THPT: what the centre entered, in the same shape as TT22/2021. */
export interface ContinuingYearInput
  extends Pick<SecondaryYearInput, 'schoolYear' | 'grade' | 'subjects' | 'conduct' | 'absentHalfDays'> {
  readonly parameters?: Partial<ContinuingParameters>;
}

export interface ContinuingYearOutcome {
  readonly circular: 'TT43/2021';
  readonly subjects: readonly SecondarySubjectOutcome[];
  /** `level` is `null` while the thresholds are off; the reason says so. */
  readonly academic: { readonly level: SecondaryLevel | null; readonly reasons: readonly Reason[] };
  readonly conduct: BySemester<SecondaryLevel>;
  readonly promoted: Decision;
  readonly missing: readonly MissingDatum[];
  readonly errors: readonly DataProblem[];
  readonly warnings: readonly DataProblem[];
}
