import type { CalendarDate } from './partial-date.ts';
import type { SchoolIdentity } from './school-identity.ts';
import type { SchoolYear } from './school-year.ts';
import type { SchoolingEntry } from './schooling-entry.ts';
import type { Score } from './score.ts';
import type { ExpectedSignatory, SignatorySlot } from './signatory-slot.ts';
import type { SecondaryStudentProfile } from './student-profile.ts';
import type { CommendationForm } from './terms/commendation-form.ts';
import type { CommentResult } from './terms/comment-result.ts';
import type { CompetitionLevel, CompetitionPrize } from './terms/competition.ts';
import type { PromotionManner } from './terms/promotion-manner.ts';
import type { QualificationKind } from './terms/qualification-kind.ts';
import type { SecondaryCommendation } from './terms/secondary-commendation.ts';
import type { SecondaryLevel } from './terms/secondary-level.ts';
import type { SecondarySubject } from './terms/secondary-subject.ts';

/** Two semesters, the year, and what replaced the year's result for promotion: beside the first, never over it. @law TT22/2021 Đ14 */
export interface YearMarks<Mark> {
  readonly first: Mark | null;
  readonly second: Mark | null;
  readonly year: Mark | null;
  readonly afterReassessment: Mark | null;
}

/** Cụm chuyên đề học tập lựa chọn, THPT: counts as one regular score of its subject. @law TT22/2021 Đ6.3 */
export interface StudyTopic {
  readonly title: string;
  readonly score: Score | null;
}

interface SubjectRow {
  readonly subject: SecondarySubject;
  /** What stands in brackets after the name: "Tiếng Anh", "Công nghiệp"; `null`: nothing. */
  readonly variant: string | null;
  /** Not assessed, by individual education plan. @law TT22/2021 Đ11 */
  readonly exempted: boolean;
  /** The pupil's cụm chuyên đề of this subject; `null`: none chosen. Its teacher answers for it with the row. */
  readonly topic: StudyTopic | null;
  readonly comment: string;
  /** Who records and answers for the row: one signer even where several teach it; `null`: not known. */
  readonly responsible: SignatorySlot | null;
  /** Họ và tên of the others who teach it (KHTN, LS&ĐL, Nghệ thuật …). */
  readonly otherTeachers: readonly string[];
}

/** Đánh giá bằng nhận xét kết hợp điểm số: averages in tenths. */
export interface ScoredSubjectResult extends SubjectRow {
  readonly form: 'byScore';
  readonly marks: YearMarks<Score>;
}

/** Đánh giá bằng nhận xét. */
export interface CommentedSubjectResult extends SubjectRow {
  readonly form: 'byComment';
  readonly marks: YearMarks<CommentResult>;
}

export type SecondarySubjectResult = ScoredSubjectResult | CommentedSubjectResult;

/** Kết quả rèn luyện or kết quả học tập; `null`: none given (disability, continuing education without thresholds). */
export interface YearLevels {
  readonly first: SecondaryLevel | null;
  readonly second: SecondaryLevel | null;
  readonly year: SecondaryLevel | null;
  /** After rèn luyện trong kì nghỉ hè, or after đánh giá lại. @law TT22/2021 Đ13, Đ14 */
  readonly afterSummer: SecondaryLevel | null;
}

/** Chứng chỉ. */
export interface Qualification {
  readonly kind: QualificationKind;
  readonly title: string;
  readonly grading: string | null;
  readonly issuer: string | null;
  readonly issuedOn: CalendarDate | null;
}

/** Kết quả tham gia cuộc thi. */
export interface CompetitionResult {
  readonly name: string;
  readonly level: CompetitionLevel;
  readonly prize: CompetitionPrize;
  readonly heldOn: CalendarDate | null;
}

/** Khen thưởng. @law TT22/2021 Đ15 */
export interface SecondaryCommendationEntry {
  readonly form: CommendationForm;
  /** Only of a year title. */
  readonly title: SecondaryCommendation | null;
  /** As written on the form. */
  readonly text: string;
}

/** Kết luận năm học. @law TT22/2021 Đ8, Đ9, Đ12–Đ15 */
export interface SecondaryYearConclusion {
  readonly conduct: YearLevels;
  readonly academic: YearLevels;
  readonly absentHalfDays: { readonly withLeave: number; readonly withoutLeave: number };
  readonly promotion: PromotionManner;
  /** Why, where hiệu trưởng decided it alone (khuyết tật; both results Chưa đạt). @law TT22/2021 Đ12.4 */
  readonly principalReason: string | null;
  /** Hoàn thành chương trình THCS, THPT; always false below the last grade. */
  readonly levelCompleted: boolean;
  readonly commendations: readonly SecondaryCommendationEntry[];
  readonly qualifications: readonly Qualification[];
  readonly competitions: readonly CompetitionResult[];
  /** Nhận xét của giáo viên chủ nhiệm. */
  readonly homeroomComment: string;
  /** Nhận xét về rèn luyện trong kì nghỉ hè. */
  readonly summerComment: string | null;
}

interface SecondarySheet {
  /** Mã định danh học bạ: one per pupil and school record, 32 hex. */
  readonly recordId: string;
  /** Mã số tra cứu học bạ: random, 32 hex. */
  readonly lookupCode: string;
  /** Phiên bản, from 1. */
  readonly version: number;
  readonly schoolYear: SchoolYear;
  readonly className: string;
  readonly school: SchoolIdentity;
  readonly student: SecondaryStudentProfile;
  /** Quá trình học tập up to and with this year, oldest first. */
  readonly schooling: readonly SchoolingEntry[];
  /** Ngày kết chuyển. */
  readonly carriedOverOn: CalendarDate;
  readonly placeOfIssue: string;
  /** In the order of the form; unchosen electives are left out. */
  readonly subjects: readonly SecondarySubjectResult[];
  readonly conclusion: SecondaryYearConclusion;
  readonly signatories: readonly ExpectedSignatory[];
}

/** Phần học bạ của một năm học, THCS. @law TT22/2021 */
export interface LowerSecondaryYearSheet extends SecondarySheet {
  readonly schoolLevel: 'lowerSecondary';
  readonly circular: 'TT22/2021';
  readonly grade: 6 | 7 | 8 | 9;
}

/** Phần học bạ của một năm học, THPT. @law TT22/2021 */
export interface UpperSecondaryYearSheet extends SecondarySheet {
  readonly schoolLevel: 'upperSecondary';
  readonly circular: 'TT22/2021';
  readonly grade: 10 | 11 | 12;
}

/** Phần học bạ của một năm học, GDTX: the grade says whether of the THCS or the THPT programme. @law TT43/2021 */
export interface ContinuingYearSheet extends SecondarySheet {
  readonly schoolLevel: 'continuingEducation';
  readonly circular: 'TT43/2021';
  readonly grade: 6 | 7 | 8 | 9 | 10 | 11 | 12;
}

/** Every year sheet that is not of primary school. */
export type SecondaryYearSheet = LowerSecondaryYearSheet | UpperSecondaryYearSheet | ContinuingYearSheet;
