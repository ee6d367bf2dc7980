import type { ColumnType, Generated } from 'kysely';
import type { Timestamp } from '../../platform/database/tables.ts';
import type { Cohort } from '../../profile.ts';

export type LockingTables = {
  readonly lockRun: {
    runId: string;
    schoolId: string;
    schoolYear: string;
    cohort: Cohort;
    schoolIds: string[] | null;
    grades: number[];
    effectiveDate: string;
    source: string;
    lockedBy: string;
    startedAt: Timestamp;
    finishedAt: ColumnType<Date | null, Date | null, Date | null>;
    locked: Generated<number>;
  };
};
