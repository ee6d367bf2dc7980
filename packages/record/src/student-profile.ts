import type { PartialDate } from './partial-date.ts';
import type { Gender } from './terms/gender.ts';
import type { PersonalIdStatus } from './terms/personal-id-status.ts';

/** Sơ yếu lí lịch. Absent fields are `null`: not known is not empty. */
export interface StudentProfile {
  /** Mã học sinh (CSDL ngành), leading zeros kept. */
  readonly studentId: string;
  readonly fullName: string;
  readonly gender: Gender;
  readonly birthDate: PartialDate;
  readonly birthPlace: string | null;
  readonly ethnicityCode: string;
  readonly nationality: string;
  readonly homeTown: string | null;
  readonly address: string | null;
  readonly fatherName: string | null;
  readonly motherName: string | null;
  readonly guardianName: string | null;
  /** Số định danh cá nhân, 12 digits; a temporary code where the pupil has none yet. */
  readonly personalId: string;
  readonly personalIdStatus: PersonalIdStatus;
  readonly disability: boolean;
  readonly individualEducationPlan: boolean;
}

/** Sơ yếu lí lịch of THCS, THPT, GDTX: what those forms ask besides the primary one. */
export interface SecondaryStudentProfile extends StudentProfile {
  /** "Con liệt sĩ, con thương binh (bệnh binh, người được hưởng chế độ như thương binh, gia đình có công với cách mạng)". */
  readonly policyBeneficiary: string | null;
  readonly fatherOccupation: string | null;
  readonly motherOccupation: string | null;
  readonly guardianOccupation: string | null;
}
