import type { CommentResult, SchoolYear } from '@hocba/record';
import type { CommentAssessment } from './comment-result.ts';
import type { SecondaryParameters } from './parameters.ts';
import type { SecondaryLevel } from './secondary-levels.ts';
import type { SecondaryGrade, SecondarySubject } from './secondary-subjects.ts';

/** A score in tenths, or `missed`: not taken, no make-up, decided to count 0. A blank is neither. @law TT22/2021 Đ7 */
export type ScoreEntry = number | 'missed';

/** One semester of a scored subject: the single scores, or the average as the school computed it. */
export type ScoredSemester =
  | {
      /** `null`: not entered yet. */
      readonly regular: readonly (ScoreEntry | null)[];
      /** Kết quả chuyên đề học tập: counts as one of the regular scores. @law TT22/2021 Đ6.3 */
      readonly topic?: ScoreEntry;
      readonly midterm: ScoreEntry | null;
      readonly endOfTerm: ScoreEntry | null;
    }
  | { readonly averageTenths: number };

/** One semester of a comment subject: the single assessments (`null`: not entered), or the result as the school gave it. */
export type CommentedSemester =
  | { readonly assessments: readonly (CommentAssessment | null)[] }
  | { readonly result: CommentResult };

/** Miễn phần thực hành: for part of the year, on a hospital's paper, with the principal's leave. @law TT22/2021 Đ10 */
export interface PracticalExemption {
  readonly period: 'first' | 'second' | 'year';
  readonly ground: 'illness' | 'disability' | 'accident';
  /** Bệnh án, or giấy chứng nhận thương tật, is in the file. */
  readonly certificate: boolean;
  readonly permitted: boolean;
}

/** Chuyển đổi môn học lựa chọn at the end of the year before. @law CV68/BGDĐT-GDTrH */
export interface ChangeOfSubjects {
  readonly principalDecided: boolean;
  /** What the new subjects lacked was learnt and assessed. */
  readonly madeUp: boolean;
}

export interface ScoredSubjectInput {
  readonly form: 'byScore';
  readonly subject: SecondarySubject;
  readonly first: ScoredSemester | null;
  readonly second: ScoredSemester | null;
  /** ĐTBmcn given directly, where the semesters are not at hand. */
  readonly yearAverageTenths?: number;
  /** Kết quả kiểm tra, đánh giá lại; stored beside, never over, the first. @law TT22/2021 Đ14 */
  readonly reassessedTenths: number | null;
  /** Not assessed, by individual education plan. @law TT22/2021 Đ11 */
  readonly exempted?: boolean;
  /** Theory assessments stand in for practice: the number required stays. @law TT22/2021 Đ10 */
  readonly practicalExemption?: PracticalExemption;
}

export interface CommentedSubjectInput {
  readonly form: 'byComment';
  readonly subject: SecondarySubject;
  readonly first: CommentedSemester | null;
  readonly second: CommentedSemester | null;
  readonly yearResult?: CommentResult;
  readonly reassessed: CommentResult | null;
  readonly exempted?: boolean;
  readonly practicalExemption?: PracticalExemption;
}

export type SecondarySubjectInput = ScoredSubjectInput | CommentedSubjectInput;

/** Rèn luyện trong kì nghỉ hè. @law TT22/2021 Đ13 */
export interface SummerTrainingInput {
  /** `null`: not entered. */
  readonly completed: boolean | null;
  /** The level set anew on the homeroom teacher's proposal, once completed; `null`: not entered. */
  readonly level: SecondaryLevel | null;
}

/** Quyết định của hiệu trưởng for a pupil with a disability, or with both results Chưa đạt. @law TT22/2021 Đ12 */
export interface SecondaryPromotionDecision {
  readonly promoted: boolean;
  readonly writtenReason: string;
}

/** Everything that decides the year of a pupil of THCS or THPT. Order within the lists never matters. */
export interface SecondaryYearInput {
  readonly schoolYear: SchoolYear;
  readonly grade: SecondaryGrade;
  readonly subjects: readonly SecondarySubjectInput[];
  readonly conduct: { readonly first: SecondaryLevel | null; readonly second: SecondaryLevel | null };
  /** Số buổi nghỉ học cả năm, with and without leave. @law TT22/2021 Đ12.1.c */
  readonly absentHalfDays: { readonly withLeave: number; readonly withoutLeave: number } | null;
  readonly summerTraining: SummerTrainingInput | null;
  /** Học sinh khuyết tật. @law TT22/2021 Đ11 */
  readonly disability?: boolean;
  readonly individualEducationPlan: boolean;
  /** The four chosen subjects of the year before, in THPT; left out where they are not known. */
  readonly lastYearChosen?: readonly SecondarySubject[];
  readonly changeOfSubjects?: ChangeOfSubjects | null;
  readonly principalDecision: SecondaryPromotionDecision | null;
  readonly parameters?: Partial<SecondaryParameters>;
}
