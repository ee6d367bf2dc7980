import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestInstall, testInstall } from '../../../testing/test-school.ts';
import { enqueueMessage, enqueueMessages } from './outbox.ts';

let install: TestInstall;
before(async () => {
  install = await testInstall();
});
after(() => install?.end());

const at = new Date('2026-06-01T08:00:00Z');
const message = (receiver: string, content: number) => ({
  receiver,
  schoolId: 'school',
  kind: 'submission' as const,
  payload: { content },
  at,
});

test('many who write at once number their messages without gaps or doubles, to each receiver by itself', async () => {
  const writers = Array.from({ length: 40 }, (_, index) =>
    install.platform.database.transaction({ schoolId: 'school' }, async (tx) => {
      await enqueueMessages(tx, [message('SO-92', index), message('SO-92', index), message('SO-92', index)]);
      if (index % 4 === 0) await enqueueMessage(tx, message('BO', index));
    }),
  );
  await Promise.all(writers);
  assert.deepEqual(await numbers('SO-92'), range(120));
  assert.deepEqual(await numbers('BO'), range(10));
});

test('a change that fails takes its number back', async () => {
  const failing = install.platform.database.transaction({ schoolId: 'school' }, async (tx) => {
    await enqueueMessage(tx, message('SO-92', 0));
    throw new Error('the change failed');
  });
  await assert.rejects(failing, /the change failed/);
  await install.platform.database.transaction({ schoolId: 'school' }, (tx) => enqueueMessage(tx, message('SO-92', 1)));
  assert.deepEqual(await numbers('SO-92'), range(121));
});

test('messages written together keep their order, and sending them is asked for in the same transaction', async () => {
  const ids = await install.platform.database.transaction({ schoolId: 'school' }, (tx) =>
    enqueueMessages(
      tx,
      [1, 2, 3].map((content) => message('KHAC', content)),
    ),
  );
  const rows = await install.rows<{ message_id: string; content: number }>(
    `select message_id, (payload->>'content')::int as content from outbox_message where receiver = 'KHAC' order by sequence`,
  );
  assert.deepEqual(
    rows,
    ids.map((message_id, index) => ({ message_id, content: index + 1 })),
  );
  const asked = await install.rows(`select key from pending_work where kind = 'relay/KHAC'`);
  assert.deepEqual(asked, [{ key: 'KHAC' }]);
});

async function numbers(receiver: string): Promise<number[]> {
  const rows = await install.rows<{ sequence: string }>(
    'select sequence from outbox_message where receiver = $1 order by 1',
    [receiver],
  );
  return rows.map(({ sequence }) => Number(sequence));
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
