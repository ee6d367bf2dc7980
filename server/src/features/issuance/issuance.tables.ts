import type { Timestamp } from '../../platform/database/tables.ts';

export type IssuanceTables = {
  readonly issuedRecord: {
    yearSheetId: string;
    schoolId: string;
    sessionId: string;
    xmlDigest: string;
    pdfDigest: string;
    xmlBytes: number;
    pdfBytes: number;
    issuedAt: Timestamp;
  };
};
