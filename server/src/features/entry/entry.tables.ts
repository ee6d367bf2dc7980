import type { ColumnType, Generated } from 'kysely';
import type { Json, Timestamp } from '../../platform/database/tables.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';

export type EntryTables = {
  readonly pupilYear: {
    schoolId: string;
    schoolYear: string;
    studentId: string;
    revision: Generated<number>;
    facts: Json<PupilYearFacts>;
    imported: ColumnType<PupilYearFacts | null, string | null, string | null>;
    updatedAt: Timestamp;
    updatedBy: string;
  };
  readonly classRelease: {
    schoolId: string;
    schoolYear: string;
    classId: string;
    releasedAt: Timestamp;
    releasedBy: string;
  };
};
