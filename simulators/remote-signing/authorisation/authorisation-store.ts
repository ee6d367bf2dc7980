import type { Queryable } from '../database.ts';

/** A request to sign a list, and what its owner decided. */
export interface Authorisation {
  readonly authorisationId: string;
  readonly clientId: string;
  readonly userId: string;
  readonly credentialId: string;
  readonly hashes: readonly string[];
  readonly hashAlgorithm: string;
  readonly listRoot: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly state: 'pending' | 'approved' | 'rejected';
  /** Waited too long for an answer. */
  readonly isLate: boolean;
  /** Seconds the authorisation data are still good for; 0 or less: expired; null: never approved. */
  readonly sadSecondsLeft: number | null;
}

const COLUMNS = `authorisation_id as "authorisationId", client_id as "clientId", user_id as "userId", credential_id as "credentialId",
  hashes, hash_algorithm as "hashAlgorithm", list_root as "listRoot", description, labels, state,
  state = 'pending' and expires_at <= now() as "isLate",
  extract(epoch from sad_expires_at - clock_timestamp())::float8 as "sadSecondsLeft"`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function findAuthorisation(database: Queryable, id: string): Promise<Authorisation | undefined> {
  if (!UUID.test(id)) return undefined;
  const { rows } = await database.query<Authorisation>(
    `select ${COLUMNS} from authorisation where authorisation_id = $1`,
    [id],
  );
  return rows[0];
}

/** Locks the row: two requests under one authorisation sign one after the other. */
export async function lockAuthorisation(database: Queryable, id: string): Promise<void> {
  await database.query('select 1 from authorisation where authorisation_id = $1 for update', [id]);
}

/** What waits on a person's phone, oldest first. */
export async function pendingOf(database: Queryable, userId: string): Promise<Authorisation[]> {
  const { rows } = await database.query<Authorisation>(
    `select ${COLUMNS} from authorisation where user_id = $1 and state = 'pending' and expires_at > now() order by created_at`,
    [userId],
  );
  return rows;
}

/** Whether this decision was the one that counted. */
export async function decide(
  database: Queryable,
  id: string,
  decision: { readonly userId: string; readonly state: 'approved' | 'rejected'; readonly sadSeconds: number },
): Promise<boolean> {
  if (!UUID.test(id)) return false;
  const { rowCount } = await database.query(
    `update authorisation set state = $3, sad_expires_at = case when $3 = 'approved' then clock_timestamp() + make_interval(secs => $4) end
      where authorisation_id = $1 and user_id = $2 and state = 'pending' and expires_at > now()`,
    [id, decision.userId, decision.state, decision.sadSeconds],
  );
  return rowCount === 1;
}
