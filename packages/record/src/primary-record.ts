import type { CalendarDate } from './partial-date.ts';
import type { SchoolIdentity } from './school-identity.ts';
import type { SchoolYear } from './school-year.ts';
import type { SchoolingEntry } from './schooling-entry.ts';
import type { Score } from './score.ts';
import type { ExpectedSignatory, SignatorySlot } from './signatory-slot.ts';
import type { StudentProfile } from './student-profile.ts';
import type { CoreCompetence } from './terms/core-competence.ts';
import type { CoreQuality } from './terms/core-quality.ts';
import type { PrimaryEducationResult } from './terms/primary-education-result.ts';
import type { PrimarySubject } from './terms/primary-subject.ts';
import type { QualityLevel } from './terms/quality-level.ts';
import type { SchoolLevel } from './terms/school-level.ts';
import type { SubjectLevel } from './terms/subject-level.ts';

/** Kết quả sau đánh giá bổ sung. @law TT27/2020 Đ11 */
export interface SupplementaryResult {
  readonly level: SubjectLevel | null;
  readonly score: Score | null;
}

/** Một dòng của bảng môn học, TT27/2020. */
export interface PrimarySubjectResult {
  readonly subject: PrimarySubject;
  /** `null` where the subject is not assessed in this grade or for this pupil. */
  readonly level: SubjectLevel | null;
  /** Điểm KTĐK cuối năm. */
  readonly score: Score | null;
  readonly comment: string;
  /** The first result stays beside it. */
  readonly supplementary: SupplementaryResult | null;
  /** Who taught the row and answers for it: his own slot `subjectTeacher-<row>`, the homeroom teacher's, or `null`: not known. */
  readonly responsible: SignatorySlot | null;
}

export interface RatedRow<Name extends string> {
  readonly name: Name;
  /** `null`: not assessed in this grade (Công nghệ, Tin học before grade 3). */
  readonly level: QualityLevel | null;
  readonly supplementary: QualityLevel | null;
}

/** The three blocks of section 2 and 3 of the form share one comment each. */
export interface QualitiesAndCompetences {
  readonly qualities: readonly RatedRow<CoreQuality>[];
  readonly qualitiesComment: string;
  readonly generalCompetences: readonly RatedRow<CoreCompetence>[];
  readonly generalCompetencesComment: string;
  readonly specificCompetences: readonly RatedRow<CoreCompetence>[];
  readonly specificCompetencesComment: string;
}

/** Kết luận năm học, TT27/2020. Completion and promotion are two separate facts. @law TT27/2020 Đ9, Đ11 */
export interface PrimaryYearConclusion {
  /** `null` for a pupil with a disability for whom no level is given. */
  readonly educationResult: PrimaryEducationResult | null;
  /** The first result, kept when a supplementary assessment changed it. */
  readonly firstEducationResult: PrimaryEducationResult | null;
  /** Hoàn thành chương trình lớp học. */
  readonly gradeCompleted: boolean;
  /** Được lên lớp. */
  readonly promoted: boolean;
  /** Hoàn thành chương trình tiểu học; always false below grade 5. */
  readonly primaryCompleted: boolean;
  /** Khen thưởng, as written on the form. */
  readonly commendations: readonly string[];
}

/** Phần học bạ của một năm học, cấp tiểu học (TT27/2020): the unit that is frozen, signed, issued, locked. */
export interface PrimaryYearSheet {
  readonly schoolLevel: Extract<SchoolLevel, 'primary'>;
  readonly circular: 'TT27/2020';
  /** Mã định danh học bạ: one per pupil and school record, 32 hex. */
  readonly recordId: string;
  /** Mã số tra cứu học bạ: random, 32 hex, never derived from anything. */
  readonly lookupCode: string;
  /** Phiên bản, from 1; a replacement counts on. */
  readonly version: number;
  readonly schoolYear: SchoolYear;
  readonly grade: 1 | 2 | 3 | 4 | 5;
  readonly className: string;
  readonly school: SchoolIdentity;
  readonly student: StudentProfile;
  /** Quá trình học tập up to and with this year, oldest first; left out where it is not known. */
  readonly schooling?: readonly SchoolingEntry[];
  /** Ngày kết chuyển: the date printed over the signatures. */
  readonly carriedOverOn: CalendarDate;
  readonly placeOfIssue: string;
  /** Chiều cao (cm) and cân nặng (kg) in tenths. */
  readonly heightTenths: number | null;
  readonly weightTenths: number | null;
  readonly absentWithLeave: number;
  readonly absentWithoutLeave: number;
  readonly subjects: readonly PrimarySubjectResult[];
  readonly qualitiesAndCompetences: QualitiesAndCompetences;
  readonly conclusion: PrimaryYearConclusion;
  readonly signatories: readonly ExpectedSignatory[];
}
