import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitUntil } from '../../../../tests/harness/index.ts';
import { type TestInstall, testInstall } from '../../../testing/test-school.ts';
import { openDatabase } from '../database/database.ts';
import { requestWork, type WorkHandler } from './work.ts';
import { startWorker } from './worker.ts';

let install: TestInstall;
before(async () => {
  install = await testInstall();
});
after(() => install?.end());

test('work goes on after the database was restarted under it', async () => {
  const { database } = install.platform;
  await ask('restart', '1');
  let runs = 0;
  const worker = work('restart', async () => {
    runs += 1;
    // In a transaction, so that a connection is in use when it breaks.
    await database.transaction({ schoolId: 'school' }, async () => {
      if (runs > 1) return;
      await install.rows(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename <> current_user',
        [install.temporary.name],
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    return 'done';
  });
  await waitUntil(async () => runs > 1 && (await open('restart')) === 0, { what: 'the work done', timeoutMs: 10_000 });
  await worker.stop();
  assert.equal((await database.unscoped.selectFrom('install').selectAll().execute()).length, 1);
});

test('a school whose work hangs does not stop another school', async () => {
  for (const key of ['1', '2', '3', '4', '5']) await ask('hang', key, 'slow');
  const { promise: hanging, resolve: release } = Promise.withResolvers<void>();
  let quick = 0;
  const worker = work('hang', async ({ schoolId }) => {
    if (schoolId === 'slow') await hanging;
    else quick += 1;
    return 'done';
  });
  await new Promise((resolve) => setTimeout(resolve, 600));
  await ask('hang', '1', 'quick');
  await waitUntil(() => quick === 1, { what: 'the other school served', timeoutMs: 5_000 });
  release();
  await waitUntil(async () => (await open('hang')) === 0, { what: 'all done', timeoutMs: 5_000 });
  await worker.stop();
});

test('one item never runs twice at a time, however many workers there are', async () => {
  await ask('single', '1');
  let now = 0;
  let most = 0;
  let runs = 0;
  const step: WorkHandler = async () => {
    now += 1;
    runs += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 20));
    now -= 1;
    return runs < 10 ? 'again' : 'done';
  };
  const workers = [work('single', step), work('single', step)];
  await waitUntil(async () => (await open('single')) === 0, { what: 'all done', timeoutMs: 10_000 });
  await Promise.all(workers.map((each) => each.stop()));
  assert.equal(most, 1);
});

test('steps that run need no more connections than the pool has', async () => {
  const small = openDatabase(install.temporary.appUrl, 1);
  for (const key of ['1', '2', '3']) await ask('crowd', key);
  const handler: WorkHandler = ({ schoolId }) =>
    small.transaction({ schoolId }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return 'done' as const;
    });
  const { clock, log } = install.platform;
  const worker = startWorker({ database: small, clock, log, handlers: new Map([['crowd', handler]]) });
  await waitUntil(async () => (await open('crowd')) === 0, { what: 'all done', timeoutMs: 10_000 });
  await worker.stop();
  await small.close();
});

function ask(kind: string, key: string, schoolId = 'school') {
  return requestWork(install.platform.database.unscoped, { kind, schoolId, key, dueAt: new Date() });
}

function work(kind: string, handler: WorkHandler) {
  const { database, clock, log } = install.platform;
  return startWorker({ database, clock, log, handlers: new Map([[kind, handler]]) });
}

async function open(kind: string): Promise<number> {
  return (await install.rows('select 1 from pending_work where kind = $1', [kind])).length;
}

test('an idle worker asks the database a few times a second, however many kinds there are', async () => {
  const { clock, log, database } = install.platform;
  const handlers = new Map(Array.from({ length: 20 }, (_, index) => [`idle-${index}`, async () => 'done' as const]));
  let questions = 0;
  const count = () => {
    questions += 1;
  };
  database.pool.on('acquire', count);
  const worker = startWorker({ database, clock, log, handlers });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await worker.stop();
  database.pool.off('acquire', count);
  assert.ok(questions > 0 && questions <= 8, `${questions} questions`);
});
