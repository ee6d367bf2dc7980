import type { ColumnType, Generated } from 'kysely';

/** JSON columns: objects out, text in (the driver would mangle arrays otherwise). */
export type Json<T> = ColumnType<T, string, string>;
export type Timestamp = ColumnType<Date, Date, Date>;

/** The tables of migrations/0001-platform.sql and the inbox counter of 0008. Features add their own with `tx.withTables<…>()`. */
export type PlatformTables = {
  readonly install: { onlyOne: Generated<boolean>; kind: string; organisationId: string };
  readonly auditLog: {
    id: Generated<string>;
    schoolId: string;
    at: Timestamp;
    accountId: string | null;
    actor: string;
    action: string;
    subjectKind: string;
    subjectId: string;
    details: Json<Record<string, unknown>>;
  };
  readonly session: { idHash: Buffer; data: Json<Record<string, unknown>>; expiresAt: Timestamp };
  readonly pendingWork: {
    kind: string;
    schoolId: string;
    key: string;
    dueAt: Timestamp;
    requests: Generated<number>;
    attempts: Generated<number>;
    lastProblem: string | null;
  };
  readonly outboxCounter: { receiver: string; lastSequence: ColumnType<string, number | string, number | string> };
  readonly outboxMessage: {
    messageId: string;
    receiver: string;
    sequence: ColumnType<string, number | string, never>;
    schoolId: string;
    kind: string;
    payload: Json<Record<string, unknown>>;
    createdAt: Timestamp;
    deliveredAt: ColumnType<Date | null, Date | null, Date | null>;
    attempts: Generated<number>;
    lastProblem: string | null;
  };
  readonly inboxCounter: { sender: string; lastSequence: ColumnType<string, number | string, number | string> };
  readonly inboxMessage: {
    sender: string;
    messageId: string;
    sequence: ColumnType<string, number | string, never>;
    kind: string;
    bodyDigest: string;
    receivedAt: Timestamp;
    handledAt: ColumnType<Date | null, Date | null, Date | null>;
    answer: ColumnType<Record<string, unknown> | null, string | null, string | null>;
  };
};
