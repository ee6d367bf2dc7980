import type {
  CalendarDate,
  PrimarySubject,
  PrimarySubjectResult,
  PrimaryYearConclusion,
  QualitiesAndCompetences,
  SchoolIdentity,
  SchoolYear,
  StudentProfile,
} from '@hocba/record';

/** Dữ liệu một trường, một năm học, đã kiểm tra: everything the workbook says, ready to store. Text is NFC and trimmed. */
export interface ImportedSchool {
  readonly school: SchoolIdentity;
  readonly schoolYear: SchoolYear;
  readonly staff: readonly ImportedStaffMember[];
  readonly classes: readonly ImportedClass[];
  readonly assignments: readonly ImportedAssignment[];
  readonly students: readonly ImportedStudent[];
  /** One for each student present at the year's end. */
  readonly results: readonly ImportedYearResult[];
}

/** Chức vụ: what the person is at the school, not what the account may do. */
export type StaffPosition = 'principal' | 'vicePrincipal' | 'teacher' | 'academicClerk' | 'sealClerk' | 'administrator';

export interface ImportedStaffMember {
  /** Mã định danh cán bộ (CSDL ngành). */
  readonly staffId: string;
  readonly fullName: string;
  readonly birthDate: CalendarDate | null;
  readonly gender: StudentProfile['gender'];
  readonly position: StaffPosition;
  /** Chức vụ as the school writes it. */
  readonly positionTitle: string;
  readonly loginName: string;
  readonly email: string | null;
  /** 1-based, in the sheet of staff. */
  readonly row: number;
}

export type PrimaryGrade = 1 | 2 | 3 | 4 | 5;

export interface ImportedClass {
  /** Mã lớp, unique in the school and year. */
  readonly classId: string;
  readonly name: string;
  readonly grade: PrimaryGrade;
  /** Giáo viên chủ nhiệm. */
  readonly homeroomTeacherId: string;
}

/** Phân công giảng dạy: one teacher answers for one subject of one class. */
export interface ImportedAssignment {
  readonly classId: string;
  readonly subject: PrimarySubject;
  readonly staffId: string;
}

/** Trạng thái học sinh. */
export type EnrolmentStatus = 'enrolled' | 'transferredIn' | 'transferredOut' | 'droppedOut';

/** Học sinh and the place in a class this year. */
export interface ImportedStudent {
  readonly profile: StudentProfile;
  readonly classId: string;
  readonly status: EnrolmentStatus;
  /** Ngày trạng thái; null for a pupil enrolled all year. */
  readonly statusOn: CalendarDate | null;
  /** Loại khuyết tật, in the school's words. */
  readonly disabilityKind: string | null;
  /** Số đăng bộ. */
  readonly registerNumber: string | null;
  readonly enrolledOn: CalendarDate | null;
}

/** One row of the subject table; who answers for it follows from the assignments. */
export type ImportedSubjectResult = Omit<PrimarySubjectResult, 'responsible'>;

/** Kết quả cuối năm của một học sinh, as the school states it; the rules decide again when it is entered. */
export interface ImportedYearResult {
  readonly studentId: string;
  readonly classId: string;
  /** In the order of the form; subjects not taught in the grade are absent. */
  readonly subjects: readonly ImportedSubjectResult[];
  readonly qualitiesAndCompetences: QualitiesAndCompetences;
  /** Chiều cao (cm) and cân nặng (kg) in tenths. */
  readonly heightTenths: number | null;
  readonly weightTenths: number | null;
  readonly absentWithLeave: number;
  readonly absentWithoutLeave: number;
  readonly stated: StatedConclusion;
}

/** Kết luận as the workbook states it; `null` where the cell is empty. After a supplementary assessment, the later one. */
export type StatedConclusion = {
  readonly [Key in 'educationResult' | 'firstEducationResult']: PrimaryYearConclusion[Key];
} & {
  readonly gradeCompleted: boolean | null;
  readonly promoted: boolean | null;
  readonly commendations: readonly string[];
};
