import type { CoreCompetence, CoreQuality, PrimarySubject } from '@hocba/record';

export type Gender = 'male' | 'female';
export type Grade = 1 | 2 | 3 | 4 | 5;
export type SubjectLetter = 'T' | 'H' | 'C';
export type QualityLetter = 'T' | 'Đ' | 'C';

/** Một trường như phần mềm của trường xuất ra: what the sector database's export would hold. Everyone in it is invented. */
export interface SchoolData {
  readonly school: SchoolFacts;
  readonly staff: readonly StaffMember[];
  readonly classes: readonly SchoolClass[];
  readonly assignments: readonly TeachingAssignment[];
  /** Everyone on the register, including those who left. */
  readonly pupils: readonly Pupil[];
  /** One for each pupil who is still there at the year's end. */
  readonly results: readonly YearResult[];
  /** Đánh giá bổ sung; empty before August. */
  readonly supplementary: readonly SupplementaryResult[];
}

export interface SchoolFacts {
  readonly schoolId: string;
  readonly name: string;
  readonly communeCode: string;
  readonly communeName: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly schoolYear: string;
}

/** Chức vụ, as the export spells it. */
export type Position =
  | 'Hiệu trưởng'
  | 'Phó hiệu trưởng'
  | 'Giáo viên'
  | 'Nhân viên học vụ'
  | 'Văn thư'
  | 'Quản trị hệ thống';

export interface StaffMember {
  readonly staffId: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly gender: Gender;
  readonly position: Position;
  readonly loginName: string;
  readonly email: string;
}

export interface SchoolClass {
  /** Mã lớp and tên lớp are the same: "1A". */
  readonly code: string;
  readonly grade: Grade;
  readonly homeroomTeacherId: string;
}

export interface TeachingAssignment {
  readonly classCode: string;
  readonly subject: PrimarySubject;
  readonly staffId: string;
}

export interface Pupil {
  readonly studentId: string;
  readonly classCode: string;
  readonly fullName: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly birthDate: string;
  readonly gender: Gender;
  readonly status: 'Đang học' | 'Chuyển đến' | 'Chuyển đi';
  readonly statusOn: string | null;
  readonly ethnicityCode: string;
  readonly ethnicity: string;
  readonly nationality: string;
  readonly birthPlace: string | null;
  readonly homeTown: string | null;
  readonly address: string | null;
  readonly fatherName: string | null;
  readonly motherName: string | null;
  readonly guardianName: string | null;
  /** Loại khuyết tật. */
  readonly disability: string | null;
  readonly individualEducationPlan: boolean;
  readonly personalId: string | null;
  /** Mã tạm, where there is no số định danh yet. */
  readonly temporaryCode: string | null;
  /** Số đăng bộ. */
  readonly registerNumber: string;
  readonly enrolledOn: string;
}

export interface SubjectRow {
  readonly level: SubjectLetter | null;
  readonly score: number | null;
  readonly comment: string;
}

export interface YearResult {
  readonly studentId: string;
  readonly classCode: string;
  readonly subjects: ReadonlyMap<PrimarySubject, SubjectRow>;
  readonly qualities: ReadonlyMap<CoreQuality, QualityLetter | null>;
  readonly qualitiesComment: string;
  readonly competences: ReadonlyMap<CoreCompetence, QualityLetter | null>;
  readonly generalComment: string;
  readonly specificComment: string;
  readonly absentWithLeave: number;
  readonly absentWithoutLeave: number;
  /** Centimetres and kilograms, one decimal. */
  readonly height: number | null;
  readonly weight: number | null;
  readonly conclusion: Conclusion;
}

export interface Conclusion {
  /** Xếp loại; `null` where the individual plan decides. */
  readonly educationResult: string | null;
  readonly gradeCompleted: boolean;
  readonly promoted: boolean;
  readonly commendation: string | null;
}

export interface SupplementaryResult {
  readonly studentId: string;
  readonly classCode: string;
  readonly subject: PrimarySubject;
  readonly level: SubjectLetter;
  readonly score: number | null;
  readonly assessedOn: string;
  /** What the second assessment leads to; the first result stays in the year's row. */
  readonly conclusion: Conclusion;
}
