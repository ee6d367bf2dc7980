import type { ColumnType, Generated } from 'kysely';
import type { Position } from '../../platform/actor.ts';
import type { Timestamp } from '../../platform/database/tables.ts';

export type PeopleTables = {
  readonly account: {
    accountId: string;
    schoolId: string;
    fullName: string;
    staffId: string | null;
    positions: Position[];
    proposedPositions: Generated<Position[]>;
    communeCode: string | null;
    active: Generated<boolean>;
    createdAt: Timestamp;
  };
  readonly login: {
    username: string;
    accountId: string;
    schoolId: string;
    passwordHash: string;
    failedAttempts: Generated<number>;
    lockedUntil: ColumnType<Date | null, Date | null, Date | null>;
  };
};
