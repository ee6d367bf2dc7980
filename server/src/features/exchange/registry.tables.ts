import type { RejectionReason } from '@hocba/protocol';
import type { ColumnType } from 'kysely';
import type { Timestamp } from '../../platform/database/tables.ts';
import type { Cohort } from '../../profile.ts';

/** Trạng thái of one version at a registry. */
export type HeldState = 'received' | 'locked' | 'replaced' | 'withdrawn' | 'recallRequested' | 'recalled';

type Reasons = ColumnType<RejectionReason[], string | undefined, string>;
type MaybeTime = ColumnType<Date | null, Date | null, Date | null>;

/** What a registry holds. */
export type RegistryTables = {
  readonly registryRecord: {
    recordId: string;
    schoolYear: string;
    version: number;
    schoolId: string;
    schoolName: string;
    lookupCode: string;
    grade: number;
    className: string;
    studentName: string;
    yearResult: string | null;
    cohort: Cohort;
    xmlDigest: string;
    pdfDigest: string;
    state: HeldState;
    late: boolean;
    sender: string;
    submissionId: string;
    receivedAt: Timestamp;
    lockedAt: MaybeTime;
    effectiveDate: ColumnType<string | null, string | null, string | null>;
    reportOutcome: 'accepted' | 'rejected' | null;
    reportReasons: Reasons;
  };
  readonly rejectedSubmission: {
    recordId: string;
    schoolYear: string;
    version: number;
    schoolId: string;
    className: string;
    sender: string;
    submissionId: string;
    reasons: Reasons;
    rejectedAt: Timestamp;
  };
};
