import { sql } from 'kysely';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { WorkHandler, WorkItem } from './work.ts';

const IDLE_MS = 250;
const RETRY_MS = [200, 500, 1000, 2000, 5000];

export interface WorkerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly handlers: ReadonlyMap<string, WorkHandler>;
}

/**
 * Runs due work, one item of a kind and key at a time over all processes: an advisory lock on an own connection says
 * who has it, and PostgreSQL frees the lock the moment the process dies, so work resumes at once after kill -9.
 */
export function startWorker(options: WorkerOptions): { stop(): Promise<void> } {
  let stopping = false;
  const loops = [...options.handlers.keys()].map((kind) => loop(kind));

  async function loop(kind: string): Promise<void> {
    while (!stopping) {
      const worked = await runOne(options, kind).catch((error: unknown) => {
        options.log.error({ err: error, kind }, 'worker could not take work');
        return false;
      });
      if (!worked) await sleep(IDLE_MS);
    }
  }

  return {
    stop: async () => {
      stopping = true;
      await Promise.all(loops);
    },
  };
}

/** Takes the first due item nobody else has and runs it. False when there was none. */
async function runOne(options: WorkerOptions, kind: string): Promise<boolean> {
  const due = await options.database.unscoped
    .selectFrom('pendingWork')
    .select(['kind', 'schoolId', 'key', 'attempts', 'requests'])
    .where('kind', '=', kind)
    .where('dueAt', '<=', options.clock.now())
    .orderBy('dueAt')
    .limit(8)
    .execute();
  for (const item of due) {
    if (await withLock(options.database.pool, item, () => runItem(options, item))) return true;
  }
  return false;
}

async function withLock(pool: pg.Pool, item: WorkItem, run: () => Promise<void>): Promise<boolean> {
  const connection = await pool.connect();
  const name = `${item.kind}/${item.schoolId}/${item.key}`;
  try {
    const answer = await connection.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [name]);
    if (!answer.rows[0].got) return false;
    try {
      await run();
    } finally {
      await connection.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
    }
    return true;
  } finally {
    connection.release();
  }
}

interface TakenItem extends WorkItem {
  readonly requests: number;
}

async function runItem(options: WorkerOptions, item: TakenItem): Promise<void> {
  const handler = options.handlers.get(item.kind);
  if (!handler) return;
  try {
    const outcome = await handler(item);
    if (outcome === 'done') return await finish(options.database, item);
    const wait = outcome === 'again' ? 0 : outcome.afterMs;
    await postpone(options, item, { wait, problem: outcome === 'again' ? null : (outcome.problem ?? null) });
  } catch (error) {
    options.log.error({ err: error, kind: item.kind, key: item.key }, 'work failed and will be tried again');
    const wait = RETRY_MS[Math.min(item.attempts, RETRY_MS.length - 1)] ?? 5000;
    await postpone(options, item, { wait, problem: error instanceof Error ? error.message : String(error) });
  }
}

/** Removes the item unless it was asked for again while it ran. */
async function finish(database: Database, item: TakenItem): Promise<void> {
  await database.unscoped
    .deleteFrom('pendingWork')
    .where('kind', '=', item.kind)
    .where('schoolId', '=', item.schoolId)
    .where('key', '=', item.key)
    .where('requests', '=', item.requests)
    .execute();
}

/** Leaves an item alone that was asked for again while it ran: it is due at once. */
async function postpone(
  options: WorkerOptions,
  item: TakenItem,
  next: { wait: number; problem: string | null },
): Promise<void> {
  await options.database.unscoped
    .updateTable('pendingWork')
    .set({
      dueAt: new Date(options.clock.now().getTime() + next.wait),
      attempts: sql<number>`attempts + 1`,
      lastProblem: next.problem,
    })
    .where('kind', '=', item.kind)
    .where('schoolId', '=', item.schoolId)
    .where('key', '=', item.key)
    .where('requests', '=', item.requests)
    .execute();
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
