import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { EnvelopeHeader } from '@hocba/protocol';
import { type TemporaryDatabase, temporaryDatabase } from '../../../../tests/harness/index.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { enqueueMessages } from '../outbox/outbox.ts';
import { judgeInbox, readInbox, rememberMessage } from './inbox.ts';
import { listOpenMessages, markDelivered } from './outbox-rows.ts';

const at = new Date('2026-06-10T05:00:00Z');
const header = (sequence: number, messageId = `m-${sequence}`, bodyDigest = 'd'): EnvelopeHeader => ({
  messageId,
  sender: 'PM-1',
  receiver: 'SO-92',
  sequence,
  kind: 'submission',
  createdAt: at.toISOString(),
  bodyDigest,
});

describe('boxes in a real database', () => {
  let temporary: TemporaryDatabase;
  let database: Database;
  before(async () => {
    temporary = await temporaryDatabase('inbox');
    await migrate({ ...temporary, install: 'province', organisationId: 'SO-92' });
    database = openDatabase(temporary.appUrl, 8);
  });
  after(async () => {
    await database.close();
    await temporary.drop();
  });

  const take = (given: EnvelopeHeader) =>
    database.transaction('install', async (tx) => {
      const judged = await judgeInbox(tx, given);
      if (judged.act) await rememberMessage(tx, given, { jws: `answer to ${given.messageId}`, at });
      return judged;
    });

  it('a message is acted on once, however many come at the same time, and all get the first answer', async () => {
    const judged = await Promise.all(Array.from({ length: 6 }, () => take(header(1))));
    assert.equal(judged.filter(({ act }) => act).length, 1);
    for (const each of judged) if (!each.act) assert.equal(each.jws, 'answer to m-1');
  });

  it('an early message is acted on and the gap below it stays counted until it is filled', async () => {
    assert.deepEqual(await take(header(4)), { act: true, missing: 2 });
    assert.deepEqual(await readInbox(database), [{ sender: 'PM-1', complete: 1, missing: 2 }]);
    await take(header(3));
    await take(header(2));
    assert.deepEqual(await readInbox(database), [{ sender: 'PM-1', complete: 4, missing: 0 }]);
  });

  it('a used id with another body, and a used number with another id, are conflicts', async () => {
    assert.deepEqual(await take(header(5, 'm-4', 'other')), { act: false });
    assert.deepEqual(await take(header(4, 'm-x')), { act: false });
    await take(header(9));
    assert.deepEqual(await take(header(9, 'm-y')), { act: false });
  });

  it('numbers going out have no gaps, also when a transaction fails, and an answer counts once', async () => {
    const enqueue = (count: number, fail = false) =>
      database.transaction('install', async (tx) => {
        const message = { receiver: 'BO-1', schoolId: 's', kind: 'withdrawal', payload: {}, at } as const;
        await enqueueMessages(
          tx,
          Array.from({ length: count }, () => message),
        );
        if (fail) throw new Error('power cut');
      });
    await Promise.all([enqueue(3), enqueue(2), enqueue(4, true).catch(() => undefined), enqueue(1)]);
    const open = await listOpenMessages(database, 'BO-1', 100);
    assert.deepEqual(
      open.map(({ sequence }) => Number(sequence)),
      [1, 2, 3, 4, 5, 6],
    );
    const delivered = await Promise.all(
      [1, 2].map(() => database.transaction('install', (tx) => markDelivered(tx, open[0]?.messageId ?? '', at))),
    );
    assert.deepEqual(delivered.sort(), [false, true]);
    assert.equal((await listOpenMessages(database, 'BO-1', 100)).length, 5);
  });
});
