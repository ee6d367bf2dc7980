import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { IssuerState } from '../issuers/index.ts';
import { maySuperviseRecords } from './exchange.policy.ts';
import type { RegistryTables } from './registry.tables.ts';

export interface SchoolProgress {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly seal: IssuerState;
  readonly received: number;
  readonly late: number;
  readonly locked: number;
  readonly rejected: number;
  readonly lastReceivedAt: Date | null;
}

/** Every school known to the registry, also one that has sent nothing. A commune officer sees those of the commune. */
export async function readSchools(platform: Platform, actor: Actor, schoolYear: string): Promise<SchoolProgress[]> {
  permit(maySuperviseRecords(actor));
  return platform.database.transaction('install', async (tx) => {
    const { rows } = await sql<SchoolProgress & { communeCode: string }>`
      select i.school_id, i.school_name, i.commune_code, i.state as seal,
             coalesce(r.received, 0)::int as received, coalesce(r.late, 0)::int as late,
             coalesce(r.locked, 0)::int as locked, coalesce(x.rejected, 0)::int as rejected, r.last_received_at
      from (select distinct on (school_id) * from issuer order by school_id, requested_at desc) i
      left join (select school_id, count(*) filter (where state = 'received') as received,
                        count(*) filter (where late and state in ('received', 'locked')) as late,
                        count(*) filter (where state = 'locked') as locked, max(received_at) as last_received_at
                 from registry_record where school_year = ${schoolYear} group by school_id) r using (school_id)
      left join (select school_id, count(*) as rejected from rejected_submission
                 where school_year = ${schoolYear} group by school_id) x using (school_id)
      order by i.school_name`.execute(tx);
    return rows
      .filter((row) => actor.communeCode === null || row.communeCode === actor.communeCode)
      .map(({ communeCode: _, ...row }) => row);
  });
}

export interface RecordsWish {
  readonly schoolYear: string;
  readonly schoolId: string;
  readonly className?: string;
}

/** What is held of one school, and what was refused last. */
export async function readRecords(platform: Platform, actor: Actor, wish: RecordsWish) {
  permit(maySuperviseRecords(actor));
  return platform.database.transaction('install', async (tx) => {
    const db = tx.withTables<RegistryTables>();
    const inCommune = actor.communeCode === null || (await isInCommune(tx, wish.schoolId, actor.communeCode));
    if (!inCommune) return { records: [], rejected: [] };
    let held = db
      .selectFrom('registryRecord')
      .select([
        'recordId',
        'version',
        'grade',
        'className',
        'studentName',
        'yearResult',
        'cohort',
        'state',
        'late',
        'receivedAt',
        'effectiveDate',
        'reportOutcome',
        'reportReasons',
      ])
      .where('schoolId', '=', wish.schoolId)
      .where('schoolYear', '=', wish.schoolYear);
    let rejected = db
      .selectFrom('rejectedSubmission')
      .select(['recordId', 'version', 'className', 'reasons', 'rejectedAt'])
      .where('schoolId', '=', wish.schoolId)
      .where('schoolYear', '=', wish.schoolYear);
    if (wish.className !== undefined) {
      held = held.where('className', '=', wish.className);
      rejected = rejected.where('className', '=', wish.className);
    }
    return {
      records: await held.orderBy('className').orderBy('studentName').orderBy('version').execute(),
      rejected: await rejected.orderBy('rejectedAt', 'desc').execute(),
    };
  });
}

async function isInCommune(tx: Tx, schoolId: string, communeCode: string): Promise<boolean> {
  const answer = await sql<{ inside: boolean }>`
    select exists (select 1 from issuer where school_id = ${schoolId} and commune_code = ${communeCode}) as inside`.execute(
    tx,
  );
  return answer.rows[0]?.inside === true;
}
