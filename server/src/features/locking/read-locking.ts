import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/app-error.ts';
import { vietnamDay } from '../../platform/clock.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Cohort } from '../../profile.ts';
import { isRoot } from '../../registry-chain.ts';
import { mayReadLocking } from './locking.policy.ts';
import type { LockingTables } from './locking.tables.ts';
import { decideLock } from './locking.ts';

interface CohortCount {
  readonly cohort: Cohort;
  /** Received and not yet locked. */
  readonly received: number;
  /** Of those. */
  readonly late: number;
  readonly locked: number;
}

const cohorts = ['completed', 'notYetCompletedOrFaulty'] as const;

/** How a school year stands: each cohort with its deadlines and their documents, what is held, and the runs so far. */
export async function readLocking(platform: Platform, actor: Actor, schoolYear: string) {
  permit(mayReadLocking(actor));
  const day = vietnamDay(platform.clock.now());
  const { deadlines } = platform.profile;
  return platform.database.transaction('install', async (tx) => {
    const { rows } = await sql<CohortCount>`
      select cohort, count(*) filter (where state = 'received')::int as received,
             count(*) filter (where late and state = 'received')::int as late,
             count(*) filter (where state = 'locked')::int as locked
      from registry_record where school_year = ${schoolYear} group by cohort`.execute(tx);
    const silent = await sql<{ schoolId: string; schoolName: string }>`
      select distinct on (school_id) school_id, school_name from issuer i where state = 'approved'
        and not exists (select 1 from registry_record r where r.school_id = i.school_id
                        and r.school_year = ${schoolYear} and r.state in ('received', 'locked'))
      order by school_id`.execute(tx);
    const runs = await tx
      .withTables<LockingTables>()
      .selectFrom('lockRun')
      .selectAll()
      .where('schoolYear', '=', schoolYear)
      .orderBy('startedAt', 'desc')
      .limit(100)
      .execute();
    return {
      schoolYear,
      today: day,
      root: isRoot(platform),
      cohorts: cohorts.map((cohort) => ({
        ...(rows.find((row) => row.cohort === cohort) ?? { cohort, received: 0, late: 0, locked: 0 }),
        due: 'grades' in decideLock(deadlines, { schoolYear, cohort, day }),
        deadlines: deadlines.filter((each) => each.schoolYear === schoolYear && each.cohort === cohort),
      })),
      /** Schools with an approved seal that have sent nothing. */
      schoolsWithout: silent.rows,
      runs,
    };
  });
}
