import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Client } from '../config.ts';
import { CscError } from '../csc-error.ts';
import { inTransaction } from '../database.ts';
import { RequestFields } from '../request-fields.ts';
import { digestOfSecret, isSameSecret } from '../secrets.ts';
import type { Service } from '../service.ts';
import { requireClient } from './require-client.ts';
import { findToken, issueToken, newGrant, revokeFamily, type TokenGrant } from './tokens.ts';

/** Codes and refresh tokens into access tokens, and their end. */
export function tokenRoutes(app: FastifyInstance, service: Service): void {
  app.post('/csc/v2/oauth2/token', async (request, reply) => {
    const client = requireClient(service.config, request);
    const fields = new RequestFields(request.body);
    const kind = fields.string('grant_type');
    reply.header('cache-control', 'no-store');
    if (kind === 'client_credentials')
      return answer(service, newGrant({ clientId: client.clientId, userId: null }), false);
    if (kind === 'authorization_code') return answer(service, await redeemCode(service, client, fields), true);
    if (kind === 'refresh_token') return answer(service, await redeemRefresh(service, client, fields), true);
    throw new CscError('unsupported_grant_type', 'authorization_code, refresh_token or client_credentials');
  });

  app.post('/csc/v2/oauth2/revoke', async (request) => {
    const client = requireClient(service.config, request);
    const secret = new RequestFields(request.body).string('token');
    const refresh = await findToken(service.pool, secret, 'refresh');
    if (refresh?.clientId === client.clientId) await revokeFamily(service.pool, refresh.family);
    const own = [digestOfSecret(secret), client.clientId];
    await service.pool.query('update token set revoked = true where token_hash = $1 and client_id = $2', own);
    return {};
  });
}

async function answer(service: Service, grant: TokenGrant, refreshable: boolean) {
  const seconds = service.config.accessTokenSeconds;
  const access = await issueToken(service.pool, grant, { kind: 'access', seconds });
  const refresh = refreshable ? { refresh_token: await issueToken(service.pool, grant, { kind: 'refresh' }) } : {};
  return { access_token: access, token_type: 'Bearer', expires_in: seconds, scope: 'service', ...refresh };
}

interface CodeRow {
  readonly client_id: string;
  readonly user_id: string;
  readonly redirect_uri: string;
  readonly code_challenge: string;
  readonly living: boolean;
}

/** A code works once, for the client, address and verifier it was made for; any failed try burns it. */
async function redeemCode(service: Service, client: Client, fields: RequestFields): Promise<TokenGrant> {
  const { rows } = await service.pool.query<CodeRow>(
    `update authorization_code set used = true where code_hash = $1 and not used
     returning client_id, user_id, redirect_uri, code_challenge, expires_at > now() as living`,
    [digestOfSecret(fields.string('code'))],
  );
  const [code] = rows;
  const challenge = createHash('sha256').update(fields.string('code_verifier')).digest('base64url');
  const fits =
    code?.living === true &&
    code.client_id === client.clientId &&
    code.redirect_uri === fields.string('redirect_uri') &&
    isSameSecret(code.code_challenge, challenge);
  if (!fits)
    throw new CscError(
      'invalid_grant',
      'The code is unknown, used, expired or not for this client, address and verifier',
    );
  return newGrant({ clientId: client.clientId, userId: code.user_id });
}

/** A refresh token works once; using it again is a sign of theft and ends the whole login. */
async function redeemRefresh(service: Service, client: Client, fields: RequestFields): Promise<TokenGrant> {
  const hash = digestOfSecret(fields.string('refresh_token'));
  const grant = await inTransaction(service.pool, async (connection) => {
    const { rows } = await connection.query<{ user_id: string; family: string; usable: boolean }>(
      `select user_id, family, not revoked and expires_at > now() as usable
         from token where token_hash = $1 and kind = 'refresh' and client_id = $2 for update`,
      [hash, client.clientId],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    if (row.usable) await connection.query('update token set revoked = true where token_hash = $1', [hash]);
    else await revokeFamily(connection, row.family);
    return row.usable ? { clientId: client.clientId, userId: row.user_id, family: row.family } : undefined;
  });
  if (grant === undefined)
    throw new CscError('invalid_grant', 'The refresh token is unknown, used, expired or revoked');
  return grant;
}
