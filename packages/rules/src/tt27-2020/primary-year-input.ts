import type {
  CoreCompetence,
  CoreQuality,
  PrimaryGrade,
  PrimarySubject,
  QualityLevel,
  SchoolYear,
  SubjectLevel,
} from '@hocba/record';
import type { PrimaryParameters } from './parameters.ts';

/** Một lần làm bài kiểm tra. Several may stand; one counts. @law TT27/2020 Đ7.1 */
export interface TestAttempt {
  /** In tenths, as entered: 80 is "8", 85 the inadmissible "8,5". Not yet known to be a lawful score. */
  readonly scoreTenths: number;
  readonly effective: boolean;
}

/** What a pupil with an individual education plan is spared in a row. @law TT27/2020 Đ8 */
export type RowExemption = 'none' | 'test' | 'assessment';

/** Môn học, hoạt động giáo dục of one pupil at one assessment point. */
export interface PrimarySubjectInput {
  readonly subject: PrimarySubject;
  readonly level: SubjectLevel | null;
  readonly tests: readonly TestAttempt[];
  readonly comment: string;
  /** Đánh giá bổ sung: `null` where none took place; a `null` inside keeps the first result. */
  readonly supplementary: { readonly level: SubjectLevel | null; readonly scoreTenths: number | null } | null;
  readonly exemption?: RowExemption;
}

/** Phẩm chất hoặc năng lực of one pupil at one assessment point. */
export interface RatedInput<Name extends string> {
  readonly name: Name;
  readonly level: QualityLevel | null;
  readonly supplementary: QualityLevel | null;
  readonly exempted?: boolean;
}

/** Quyết định của hiệu trưởng. Only a person may take it. @law TT27/2020 Đ11.1.c */
export interface PromotionDecision {
  readonly promoted: boolean;
  /** For a pupil judged by the individual education plan without a level; otherwise computed. @law TT27/2020 Đ8 */
  readonly gradeCompleted?: boolean;
}

/** What people decided about praise; the rules only say who may receive it. @law TT27/2020 Đ13 */
export interface CommendationDecisions {
  /** Thành tích xuất sắc về ít nhất một môn học, hoặc tiến bộ rõ rệt ở ít nhất một phẩm chất, năng lực. */
  readonly outstandingOrClearProgress: boolean;
  /** Được tập thể lớp công nhận. */
  readonly recognisedByClass: boolean;
  /** Khen thưởng đột xuất, thư khen, đề nghị cấp trên: text as decided. */
  readonly others: readonly string[];
}

/** What teachers enter at each of the four assessment points. Order within the lists never matters. */
export interface PrimaryAssessmentInput {
  readonly schoolYear: SchoolYear;
  readonly grade: PrimaryGrade;
  readonly subjects: readonly PrimarySubjectInput[];
  readonly qualities: readonly RatedInput<CoreQuality>[];
  readonly competences: readonly RatedInput<CoreCompetence>[];
  /** Học sinh khuyết tật. */
  readonly disability: boolean;
  /** Có kế hoạch giáo dục cá nhân. */
  readonly individualEducationPlan: boolean;
  /** The plan's owner is given no level this year (sector field `cokhuyettatkhongdanhgia`). */
  readonly levelWithheld: boolean;
  readonly parameters?: Partial<PrimaryParameters>;
}

/** Everything that decides a primary pupil's year. */
export interface PrimaryYearInput extends PrimaryAssessmentInput {
  readonly principalDecision: PromotionDecision | null;
  readonly commendation: CommendationDecisions | null;
}
