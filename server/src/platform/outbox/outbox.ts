import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';

export interface OutgoingMessage {
  readonly messageId: string;
  readonly receiver: string;
  readonly schoolId: string;
  readonly kind: string;
  /** Small and without file bodies: the sender adds stored files by digest when it composes the envelope. */
  readonly payload: Record<string, unknown>;
  readonly at: Date;
}

/**
 * Numbers the message and writes it in the transaction of the change that causes it.
 * The counter row is locked until commit, so numbers have no gaps.
 */
export async function enqueueMessage(tx: Tx, message: OutgoingMessage): Promise<void> {
  const counter = await sql<{ lastSequence: string }>`
    insert into outbox_counter (receiver, last_sequence) values (${message.receiver}, 1)
    on conflict (receiver) do update set last_sequence = outbox_counter.last_sequence + 1
    returning last_sequence`.execute(tx);
  await tx
    .insertInto('outboxMessage')
    .values({
      messageId: message.messageId,
      receiver: message.receiver,
      sequence: counter.rows[0]?.lastSequence ?? '1',
      schoolId: message.schoolId,
      kind: message.kind,
      payload: JSON.stringify(message.payload),
      createdAt: message.at,
      deliveredAt: null,
      lastProblem: null,
    })
    .execute();
}
