import type { RecordState, YearSheet } from '@hocba/record';
import type { ClassSummary } from '@hocba/rendition';
import type { ColumnType } from 'kysely';
import type { Json, Timestamp } from '../../platform/database/tables.ts';
import type { Cohort } from '../../profile.ts';

/** Trạng thái of one version of a year sheet; `withdrawn`: taken back by the school before the lock, a new version follows. */
export type YearSheetState = Exclude<RecordState, 'draft' | 'reviewed' | 'released'> | 'withdrawn';

export type CarryOverTables = {
  readonly yearSheet: {
    yearSheetId: string;
    schoolId: string;
    schoolYear: string;
    classId: string;
    studentId: string;
    recordId: string;
    lookupCode: string;
    version: number;
    content: Json<YearSheet>;
    contentDigest: string;
    state: YearSheetState;
    cohort: Cohort;
    carriedOverAt: Timestamp;
    carriedOverBy: string;
    effectiveDate: ColumnType<string | null, string | null, string | null>;
  };
  readonly classSummary: {
    schoolId: string;
    schoolYear: string;
    classId: string;
    version: number;
    content: Json<ClassSummary>;
    createdAt: Timestamp;
  };
};
