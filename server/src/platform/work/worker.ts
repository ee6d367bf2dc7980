import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { WorkHandler, WorkItem } from './work.ts';
import { openWorkLocks, type WorkLocks } from './work-locks.ts';

const IDLE_MS = 250;
const RETRY_MS = [200, 500, 1000, 2000, 5000];
/** Steps of one kind at a time: one that waits for a slow service must not hold up the other schools. */
const STEPS_PER_KIND = 4;
/** One school leaves at least one step of a kind to the others. */
const STEPS_PER_SCHOOL = STEPS_PER_KIND - 1;
const LOOK_AHEAD = 64;

export interface WorkerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly handlers: ReadonlyMap<string, WorkHandler>;
}

interface Worker extends WorkerOptions {
  readonly locks: WorkLocks;
  /** Steps running here, by kind and school. */
  readonly running: Map<string, number>;
}

/**
 * Runs due work, one step of a kind and key at a time over all processes: an advisory lock says who has it, and
 * PostgreSQL frees the lock the moment the process dies, so work resumes at once after kill -9.
 */
export function startWorker(options: WorkerOptions): { stop(): Promise<void> } {
  let stopping = false;
  const worker: Worker = { ...options, locks: openWorkLocks(options.database.url), running: new Map() };
  const loops = [...options.handlers.keys()].flatMap((kind) =>
    Array.from({ length: STEPS_PER_KIND }, () => loop(kind)),
  );

  async function loop(kind: string): Promise<void> {
    while (!stopping) {
      const worked = await runOne(worker, kind).catch((error: unknown) => {
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
      await worker.locks.close();
    },
  };
}

/** Takes the first due item nobody else has and runs it. False when there was none. */
async function runOne(worker: Worker, kind: string): Promise<boolean> {
  const due = await worker.database.unscoped
    .selectFrom('pendingWork')
    .select(['kind', 'schoolId', 'key', 'attempts', 'requests'])
    .where('kind', '=', kind)
    .where('dueAt', '<=', worker.clock.now())
    .orderBy('dueAt')
    .limit(LOOK_AHEAD)
    .execute();
  for (const item of due) {
    if (worker.locks.isHeldHere(nameOf(item)) || runningOf(worker, item) >= STEPS_PER_SCHOOL) continue;
    if (await runCounted(worker, item)) return true;
  }
  return false;
}

function nameOf({ kind, schoolId, key }: WorkItem): string {
  return `${kind}/${schoolId}/${key}`;
}

function runningOf({ running }: Worker, { kind, schoolId }: WorkItem): number {
  return running.get(`${kind}/${schoolId}`) ?? 0;
}

async function runCounted(worker: Worker, item: TakenItem): Promise<boolean> {
  const school = `${item.kind}/${item.schoolId}`;
  worker.running.set(school, runningOf(worker, item) + 1);
  try {
    return await worker.locks.hold(nameOf(item), () => runItem(worker, item));
  } finally {
    worker.running.set(school, runningOf(worker, item) - 1);
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
