import type { Publication } from '@hocba/protocol';
import type { ColumnType } from 'kysely';
import type { Timestamp } from '../../platform/database/tables.ts';

export type PublishedState = Publication['state'];

export type LookupTables = {
  readonly publishedRecord: {
    recordId: string;
    schoolYear: string;
    version: number;
    schoolId: string;
    codeHash: string;
    schoolName: string;
    grade: number;
    className: string;
    studentName: string;
    birthDate: string;
    yearResult: string | null;
    state: PublishedState;
    effectiveDate: ColumnType<string | null, string | null, string | null>;
    xmlDigest: string;
    pdfDigest: string;
    sender: string;
    sequence: ColumnType<string, number, number>;
    publishedAt: Timestamp;
  };
  readonly birthDateAttempt: {
    codeHash: string;
    failed: number;
    closedUntil: ColumnType<Date | null, Date | null, Date | null>;
  };
};
