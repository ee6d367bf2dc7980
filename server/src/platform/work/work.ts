import { type Kysely, sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import type { PlatformTables } from '../database/tables.ts';

/** Something still to be done for one school, named by what it is about; handlers read everything else from state. */
export interface WorkItem {
  readonly kind: string;
  readonly schoolId: string;
  readonly key: string;
  readonly attempts: number;
}

/** `done` removes the item; `again` runs it at once; a delay in ms waits (outage, poll). */
export type WorkOutcome = 'done' | 'again' | { readonly afterMs: number; readonly problem?: string };

/** Does one bounded chunk. May be killed anywhere and run again: it must look at state first. */
export type WorkHandler = (item: WorkItem) => Promise<WorkOutcome>;

/** Asks for work in the transaction of the change that makes it necessary. Asking twice is asking once. */
export async function requestWork(
  tx: Tx | Kysely<PlatformTables>,
  work: { kind: string; schoolId: string; key: string; dueAt: Date },
): Promise<void> {
  await tx
    .insertInto('pendingWork')
    .values({ ...work, lastProblem: null })

    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'schoolId', 'key'])
        .doUpdateSet({ dueAt: work.dueAt, attempts: 0, requests: sql<number>`pending_work.requests + 1` }),
    )
    .execute();
}
