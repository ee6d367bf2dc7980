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
  /** Steps running here, by kind, and by kind and school. */
  readonly running: Map<string, number>;
}

/**
 * Runs due work, one step of a kind and key at a time over all processes: an advisory lock says who has it, and
 * PostgreSQL frees the lock the moment the process dies, so work resumes at once after kill -9. One question to the
 * database, four times a second and whenever a step ends, finds what is due of every kind.
 */
export function startWorker(options: WorkerOptions): { stop(): Promise<void> } {
  const worker: Worker = { ...options, locks: openWorkLocks(options.database.url), running: new Map() };
  const steps = new Set<Promise<void>>();
  const pause = interruptible(IDLE_MS);
  let stopping = false;

  const begin = (item: TakenItem) => {
    const step = runCounted(worker, item)
      .then((ran) => {
        if (ran) pause.end();
      })
      .catch((error: unknown) => options.log.error({ err: error, kind: item.kind }, 'worker could not take work'))
      .finally(() => steps.delete(step));
    steps.add(step);
  };
  const look = async () => {
    while (!stopping) {
      const due = await findDue(worker).catch((error: unknown) => {
        options.log.error({ err: error }, 'worker could not look for work');
        return [];
      });
      for (const item of due) if (mayBegin(worker, item)) begin(item);
      await pause.begin();
    }
  };
  const looking = look();

  return {
    stop: async () => {
      stopping = true;
      pause.end();
      await looking;
      await Promise.all(steps);
      await worker.locks.close();
    },
  };
}

/** The first due items of every kind that has a step to spare, the longest due first. */
async function findDue(worker: Worker): Promise<TakenItem[]> {
  const kinds = [...worker.handlers.keys()].filter((kind) => runningOf(worker, kind) < STEPS_PER_KIND);
  const { rows } = await sql<TakenItem>`
    select due.* from unnest(${kinds}::text[]) as wanted (kind) cross join lateral (
      select kind, school_id, key, attempts, requests from pending_work
      where pending_work.kind = wanted.kind and due_at <= ${worker.clock.now()} order by due_at limit ${LOOK_AHEAD}
    ) as due`.execute(worker.database.unscoped);
  return rows;
}

function mayBegin(worker: Worker, item: TakenItem): boolean {
  return (
    !worker.locks.isHeldHere(nameOf(item)) &&
    runningOf(worker, item.kind) < STEPS_PER_KIND &&
    runningOf(worker, schoolOf(item)) < STEPS_PER_SCHOOL
  );
}

function nameOf({ kind, schoolId, key }: WorkItem): string {
  return `${kind}/${schoolId}/${key}`;
}

function schoolOf({ kind, schoolId }: WorkItem): string {
  return `${kind}/${schoolId}`;
}

function runningOf({ running }: Worker, of: string): number {
  return running.get(of) ?? 0;
}

/** False when another process has it. */
async function runCounted(worker: Worker, item: TakenItem): Promise<boolean> {
  const count = (change: number) => {
    for (const name of [item.kind, schoolOf(item)]) worker.running.set(name, runningOf(worker, name) + change);
  };
  count(1);
  try {
    return await worker.locks.hold(nameOf(item), () => runItem(worker, item));
  } finally {
    count(-1);
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
      // Failures in a row; waiting is none.
      attempts: next.problem === null ? 0 : sql<number>`attempts + 1`,
      lastProblem: next.problem,
    })
    .where('kind', '=', item.kind)
    .where('schoolId', '=', item.schoolId)
    .where('key', '=', item.key)
    .where('requests', '=', item.requests)
    .execute();
}

/** A pause that ends early when asked; asked before it began, it does not begin. */
function interruptible(ms: number): { begin(): Promise<void>; end(): void } {
  let ended = false;
  let wake = () => {
    ended = true;
  };
  return {
    end: () => wake(),
    begin: () =>
      new Promise((resolve) => {
        const over = () => {
          clearTimeout(timer);
          ended = false;
          wake = () => {
            ended = true;
          };
          resolve();
        };
        const timer = setTimeout(over, ended ? 0 : ms);
        wake = over;
      }),
  };
}
