import { queryOptions } from '@tanstack/react-query';
import { get, send } from '../../server.ts';

export type Cohort = 'completed' | 'notYetCompletedOrFaulty';

export interface CohortToLock {
  readonly cohort: Cohort;
  readonly received: number;
  readonly late: number;
  readonly locked: number;
  /** The deadline is over: no reason is asked for. */
  readonly due: boolean;
  readonly deadlines: readonly {
    readonly before: string;
    readonly source: string;
    readonly step: string;
    readonly grades?: readonly number[];
  }[];
}

export interface LockRun {
  readonly runId: string;
  readonly cohort: Cohort;
  readonly effectiveDate: string;
  readonly source: string;
  readonly lockedBy: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly locked: number;
}

export interface Locking {
  /** Who locks here: this registry when it is the root. */
  readonly root: boolean;
  readonly cohorts: readonly CohortToLock[];
  readonly schoolsWithout: readonly { readonly schoolId: string; readonly schoolName: string }[];
  readonly runs: readonly LockRun[];
}

export function lockingQuery(schoolYear: string) {
  return queryOptions({
    queryKey: ['locking', schoolYear],
    queryFn: () => get<Locking>(`/api/locking?schoolYear=${schoolYear}`),
    refetchInterval: ({ state }) => (state.data?.runs.some(({ finishedAt }) => finishedAt === null) ? 1000 : 10_000),
  });
}

/** Whether records are locked at this registry at all; the year makes no difference to it. */
export function locksHereQuery(schoolYear: string) {
  return queryOptions({
    queryKey: ['locks-here'],
    queryFn: async () => (await get<Locking>(`/api/locking?schoolYear=${schoolYear}`)).root,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function startLock(wish: { schoolYear: string; cohort: Cohort; reason?: string }): Promise<unknown> {
  return send('POST', '/api/locking', wish);
}
