import type { RejectionReason } from '@hocba/protocol';
import type { ColumnType } from 'kysely';
import type { Timestamp } from '../../platform/database/tables.ts';

type Reasons = ColumnType<RejectionReason[], string | undefined, string>;
type Day = ColumnType<string | null, string | null, string | null>;

/** What a school sent. */
export type SubmissionTables = {
  readonly submission: {
    messageId: string;
    schoolId: string;
    yearSheetId: string;
    receiver: string;
    submittedBy: string;
    submittedAt: Timestamp;
    outcome: 'accepted' | 'rejected' | null;
    reasons: Reasons;
    answeredAt: ColumnType<Date | null, Date | null, Date | null>;
    receipt: string | null;
  };
  readonly announcedSeal: {
    schoolId: string;
    certificateSha256: string;
    receiver: string;
    requestedAt: Timestamp;
    state: 'requested' | 'approved' | 'refused' | 'ended';
    validFrom: Day;
    validTo: Day;
  };
};
