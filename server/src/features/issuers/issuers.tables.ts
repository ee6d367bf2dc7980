import type { ColumnType } from 'kysely';
import type { Timestamp } from '../../platform/database/tables.ts';

/** Trạng thái con dấu số của trường. */
export type IssuerState = 'requested' | 'approved' | 'refused' | 'ended';

type Day = ColumnType<string | null, string | null, string | null>;

export type IssuersTables = {
  readonly issuer: {
    schoolId: string;
    certificateSha256: string;
    sender: string;
    schoolName: string;
    communeCode: string;
    certificate: Buffer;
    requestedAt: Timestamp;
    state: IssuerState;
    validFrom: Day;
    validTo: Day;
    decidedBy: string | null;
    decidedAt: ColumnType<Date | null, Date | null, Date | null>;
  };
};
