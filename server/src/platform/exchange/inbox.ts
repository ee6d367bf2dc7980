import { type DeliveryMemory, type EnvelopeHeader, judgeDelivery } from '@hocba/protocol';
import { sql } from 'kysely';
import type { Database, Tx } from '../database/database.ts';

/** The signed answer given to a message before; undefined when it has not been acted on. */
export async function findAnswer(
  db: Database['unscoped'] | Tx,
  header: Pick<EnvelopeHeader, 'sender' | 'messageId'>,
): Promise<{ bodyDigest: string; jws: string } | undefined> {
  const row = await db
    .selectFrom('inboxMessage')
    .select(['bodyDigest', 'answer'])
    .where('sender', '=', header.sender)
    .where('messageId', '=', header.messageId)
    .executeTakeFirst();
  return row && { bodyDigest: row.bodyDigest, jws: String(row.answer?.['jws'] ?? '') };
}

export type Judged = { readonly act: true; readonly missing: number } | { readonly act: false; readonly jws?: string };

/**
 * Decides in the acting transaction, with the sender's counter locked, whether a message is new. Early messages are
 * acted on: order where it matters is kept by the sender's lanes, and what is missing below stays counted.
 */
export async function judgeInbox(tx: Tx, header: EnvelopeHeader): Promise<Judged> {
  const lastSequence = await lockCounter(tx, header.sender);
  const known = await findAnswer(tx, header);
  const memory: DeliveryMemory = { seenBodyDigest: known?.bodyDigest, lastSequence };
  const judged = judgeDelivery(header, memory);
  switch (judged.delivery) {
    case 'duplicate':
      return { act: false, jws: known?.jws ?? '' };
    case 'conflict':
      return { act: false };
    case 'next':
      return { act: true, missing: 0 };
    case 'early':
      return (await isNumberUsed(tx, header)) ? { act: false } : { act: true, missing: judged.missing };
  }
}

async function lockCounter(tx: Tx, sender: string): Promise<number> {
  await tx
    .insertInto('inboxCounter')
    .values({ sender, lastSequence: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom('inboxCounter')
    .select('lastSequence')
    .where('sender', '=', sender)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return Number(row.lastSequence);
}

async function isNumberUsed(tx: Tx, { sender, sequence }: EnvelopeHeader): Promise<boolean> {
  const row = await tx
    .selectFrom('inboxMessage')
    .select('messageId')
    .where('sender', '=', sender)
    .where('sequence', '=', String(sequence))
    .executeTakeFirst();
  return row !== undefined;
}

/** Remembers message and answer, and moves the counter over every number that is there without a gap. */
export async function rememberMessage(
  tx: Tx,
  header: EnvelopeHeader,
  { jws, at }: { jws: string; at: Date },
): Promise<void> {
  const { sender, messageId, sequence, kind, bodyDigest } = header;
  await tx
    .insertInto('inboxMessage')
    .values({
      sender,
      messageId,
      sequence,
      kind,
      bodyDigest,
      receivedAt: at,
      handledAt: at,
      answer: JSON.stringify({ jws }),
    })
    .execute();
  await sql`
    with recursive run(n) as (
      select last_sequence from inbox_counter where sender = ${sender}
      union all
      select run.n + 1 from run join inbox_message m on m.sender = ${sender} and m.sequence = run.n + 1)
    update inbox_counter set last_sequence = (select max(n) from run) where sender = ${sender}`.execute(tx);
}

export interface InboxState {
  readonly sender: string;
  /** Everything up to this number has come. */
  readonly complete: number;
  /** Numbers above it that are still missing below the highest. */
  readonly missing: number;
}

export async function readInbox(database: Database): Promise<InboxState[]> {
  const rows = await sql<{ sender: string; complete: string; missing: string }>`
    select c.sender, c.last_sequence as complete,
           coalesce(max(m.sequence), c.last_sequence) - c.last_sequence - count(m.sequence) as missing
    from inbox_counter c left join inbox_message m on m.sender = c.sender and m.sequence > c.last_sequence
    group by c.sender, c.last_sequence order by c.sender`.execute(database.unscoped);
  return rows.rows.map((row) => ({ ...row, complete: Number(row.complete), missing: Number(row.missing) }));
}
