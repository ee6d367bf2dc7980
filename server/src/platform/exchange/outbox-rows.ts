import { sql } from 'kysely';
import type { Database, Tx } from '../database/database.ts';
import type { SentMessage } from '../messages.ts';

export interface OpenMessage extends SentMessage {
  readonly sequence: string;
  readonly kind: string;
  readonly createdAt: Date;
  readonly attempts: number;
}

/** The first messages to a receiver that no signed answer has come for. */
export function listOpenMessages(database: Database, receiver: string, limit: number): Promise<OpenMessage[]> {
  return database.unscoped
    .selectFrom('outboxMessage')
    .select(['messageId', 'receiver', 'sequence', 'schoolId', 'kind', 'payload', 'createdAt', 'attempts'])
    .where('receiver', '=', receiver)
    .where('deliveredAt', 'is', null)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

/** True for the first answer; a later one has no effect. */
export async function markDelivered(tx: Tx, messageId: string, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('outboxMessage')
    .set({ deliveredAt: at, lastProblem: null })
    .where('messageId', '=', messageId)
    .where('deliveredAt', 'is', null)
    .returning('messageId')
    .executeTakeFirst();
  return row !== undefined;
}

export async function recordAttempt(database: Database, messageId: string, problem: string): Promise<void> {
  await database.unscoped
    .updateTable('outboxMessage')
    .set({ attempts: sql<number>`attempts + 1`, lastProblem: problem.slice(0, 500) })
    .where('messageId', '=', messageId)
    .execute();
}

export interface Backlog {
  readonly receiver: string;
  readonly open: number;
  readonly oldestAt: Date | null;
  readonly lastProblem: string | null;
}

/** How much waits for each receiver, and why. */
export async function readBacklog(database: Database): Promise<Backlog[]> {
  const rows = await database.unscoped
    .selectFrom('outboxMessage')
    .select((eb) => [
      'receiver',
      eb.fn.countAll<string>().as('open'),
      eb.fn.min('createdAt').as('oldestAt'),
      eb.fn.max('lastProblem').as('lastProblem'),
    ])
    .where('deliveredAt', 'is', null)
    .groupBy('receiver')
    .execute();
  return rows.map((row) => ({ ...row, open: Number(row.open) }));
}
