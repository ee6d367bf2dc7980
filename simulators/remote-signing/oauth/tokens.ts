import { randomUUID } from 'node:crypto';
import { CscError } from '../csc-error.ts';
import type { Queryable } from '../database.ts';
import { digestOfSecret, newSecret } from '../secrets.ts';

const REFRESH_SECONDS = 30 * 24 * 3600;

/** Whom a token speaks for: a client, and a person unless the client asked for itself. */
export interface Bearer {
  readonly clientId: string;
  readonly userId: string | null;
}

/** A token and those it came from. */
export interface TokenGrant extends Bearer {
  readonly family: string;
}

/** Makes and keeps one token; the answer is the only copy of it. */
export async function issueToken(
  database: Queryable,
  grant: TokenGrant,
  life: { readonly kind: 'access' | 'refresh' | 'phone'; readonly seconds?: number },
): Promise<string> {
  const secret = newSecret();
  await database.query(
    `insert into token (token_hash, kind, client_id, user_id, family, expires_at)
     values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`,
    [digestOfSecret(secret), life.kind, grant.clientId, grant.userId, grant.family, life.seconds ?? REFRESH_SECONDS],
  );
  return secret;
}

/** A new family: one login. */
export function newGrant(bearer: Bearer): TokenGrant {
  return { ...bearer, family: randomUUID() };
}

/** The living token's grant, if it is one of this kind. */
export async function findToken(
  database: Queryable,
  secret: string,
  kind: 'access' | 'refresh' | 'phone',
): Promise<TokenGrant | undefined> {
  const { rows } = await database.query<{ client_id: string; user_id: string | null; family: string }>(
    'select client_id, user_id, family from token where token_hash = $1 and kind = $2 and not revoked and expires_at > now()',
    [digestOfSecret(secret), kind],
  );
  const [row] = rows;
  return row && { clientId: row.client_id, userId: row.user_id, family: row.family };
}

/** Whom the request's access token speaks for. @throws CscError invalid_token */
export async function requireBearer(database: Queryable, header: string | undefined): Promise<Bearer> {
  const secret = /^Bearer ([\w-]+)$/.exec(header ?? '')?.[1];
  const grant = secret === undefined ? undefined : await findToken(database, secret, 'access');
  if (grant === undefined) throw new CscError('invalid_token', 'The access token is missing, expired or revoked');
  return grant;
}

/** Ends every token of one login. */
export async function revokeFamily(database: Queryable, family: string): Promise<void> {
  await database.query('update token set revoked = true where family = $1', [family]);
}
