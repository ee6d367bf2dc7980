import type { PrimarySubject, SchoolLevel, SecondarySubject, StudentProfile } from '@hocba/record';
import type { Json } from '../../platform/database/tables.ts';
import type { EnrolmentStatus, ImportedStudent, StaffPosition } from './workbook/imported-school.ts';

export type EnrolmentTables = {
  readonly school: {
    schoolId: string;
    name: string;
    communeCode: string;
    communeName: string;
    provinceCode: string;
    provinceName: string;
    schoolLevel: SchoolLevel;
  };
  readonly staff: {
    schoolId: string;
    staffId: string;
    fullName: string;
    birthDate: string | null;
    positions: StaffPosition[];
  };
  readonly schoolClass: {
    schoolId: string;
    schoolYear: string;
    classId: string;
    name: string;
    grade: number;
    homeroomStaffId: string | null;
  };
  readonly teachingAssignment: {
    schoolId: string;
    schoolYear: string;
    classId: string;
    subject: PrimarySubject | SecondarySubject;
    staffId: string;
  };
  readonly student: {
    schoolId: string;
    studentId: string;
    recordId: string;
    lookupCode: string;
    fullName: string;
    sortKey: string;
    profile: Json<StudentProfile>;
  };
  readonly enrolment: {
    schoolId: string;
    schoolYear: string;
    studentId: string;
    classId: string;
    status: EnrolmentStatus;
    register: Json<Pick<ImportedStudent, 'statusOn' | 'disabilityKind' | 'registerNumber' | 'enrolledOn'>>;
  };
  readonly importRun: {
    importId: string;
    schoolId: string;
    fileName: string;
    fileDigest: string;
    startedAt: Date;
    finishedAt: Date | null;
    accountId: string;
    status: 'reading' | 'refused' | 'problems' | 'applied' | 'failed';
    progress: Json<Record<string, unknown>>;
    report: Json<Record<string, unknown>>;
  };
};
