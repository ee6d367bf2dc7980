import { randomUUID } from 'node:crypto';
import type { MessageKind } from '@hocba/protocol';
import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import { requestWork } from '../work/work.ts';

export interface OutgoingMessage {
  readonly receiver: string;
  readonly schoolId: string;
  readonly kind: MessageKind;
  /** Small and without file bodies: the sender adds stored files by digest when it composes the envelope. */
  readonly payload: object;
  readonly at: Date;
}

/** Work kind of the relay to one receiver: each has a worker of its own, so that one that hangs holds up nobody else. */
export function relayKind(receiver: string): string {
  return `relay/${receiver}`;
}

/**
 * Numbers messages to one receiver and writes them in the transaction of the change that causes them. The counter row is
 * locked until commit, so numbers have no gaps. Gives the message ids, in order.
 */
export async function enqueueMessages(tx: Tx, messages: readonly OutgoingMessage[]): Promise<string[]> {
  const [first] = messages;
  if (!first) return [];
  const { receiver } = first;
  const last = await takeNumbers(tx, receiver, messages.length);
  const rows = messages.map((message, index) => ({
    messageId: randomUUID(),
    receiver,
    sequence: last - messages.length + 1 + index,
    schoolId: message.schoolId,
    kind: message.kind,
    payload: JSON.stringify(message.payload),
    createdAt: message.at,
    deliveredAt: null,
    lastProblem: null,
  }));
  for (let start = 0; start < rows.length; start += 500) {
    await tx
      .insertInto('outboxMessage')
      .values(rows.slice(start, start + 500))
      .execute();
  }
  await requestWork(tx, { kind: relayKind(receiver), schoolId: '', key: receiver, dueAt: first.at });
  return rows.map((row) => row.messageId);
}

export async function enqueueMessage(tx: Tx, message: OutgoingMessage): Promise<string> {
  const [messageId = ''] = await enqueueMessages(tx, [message]);
  return messageId;
}

async function takeNumbers(tx: Tx, receiver: string, count: number): Promise<number> {
  const counter = await sql<{ lastSequence: string }>`
    insert into outbox_counter (receiver, last_sequence) values (${receiver}, ${count})
    on conflict (receiver) do update set last_sequence = outbox_counter.last_sequence + ${count}
    returning last_sequence`.execute(tx);
  return Number(counter.rows[0]?.lastSequence);
}
