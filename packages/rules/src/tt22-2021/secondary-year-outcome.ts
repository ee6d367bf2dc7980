import type { CommentResult, PromotionManner, SecondaryCommendation } from '@hocba/record';
import type { ConditionReport } from '../condition.ts';
import type { DataProblem, Decision, MissingDatum, Reason, ReasonInput } from '../reason.ts';
import type { SecondaryLevel } from './secondary-levels.ts';
import type { SecondarySubject } from './secondary-subjects.ts';

/** One subject's results as the form prints them; `null` = not known. Averages in tenths. */
export type SecondarySubjectOutcome = { readonly subject: SecondarySubject } & (
  | ({ readonly form: 'byScore' } & BySemester<number>)
  | ({ readonly form: 'byComment' } & BySemester<CommentResult>)
);

export interface BySemester<Result> {
  readonly first: Result | null;
  readonly second: Result | null;
  readonly year: Result | null;
}

export interface AcademicOutcome {
  readonly level: SecondaryLevel | null;
  /** Before Đ9.3. */
  readonly base: SecondaryLevel | null;
  readonly reasons: readonly Reason[];
}

export interface SecondaryYearOutcome {
  readonly circular: 'TT22/2021';
  readonly subjects: readonly SecondarySubjectOutcome[];
  /** Kết quả học tập. */
  readonly academic: {
    readonly first: AcademicOutcome;
    readonly second: AcademicOutcome;
    readonly year: AcademicOutcome;
    /** Sau đánh giá lại; `null` where none took place. */
    readonly afterReassessment: AcademicOutcome | null;
  };
  /** Kết quả rèn luyện. */
  readonly conduct: BySemester<SecondaryLevel> & {
    /** Sau rèn luyện trong kì nghỉ hè; `null` where none took place. */
    readonly afterSummerTraining: SecondaryLevel | null;
    readonly reasons: readonly Reason[];
  };
  readonly promoted: Decision & { readonly manner: PromotionManner | null };
  /** Hoàn thành chương trình THCS (grade 9) or THPT (grade 12); `holds: false` without reasons in other grades. */
  readonly levelCompleted: Decision;
  readonly titles: readonly {
    readonly id: SecondaryCommendation;
    readonly label: string;
    readonly reasons: readonly Reason[];
  }[];
  readonly summerTrainingDue: boolean;
  /** Subjects to assess again. */
  readonly reassessmentDue: readonly ReasonInput[];
  readonly conditions: readonly ConditionReport[];
  readonly missing: readonly MissingDatum[];
  readonly errors: readonly DataProblem[];
  readonly warnings: readonly DataProblem[];
}
