import type { FastifyReply, FastifyRequest } from 'fastify';
import { findToken, issueToken, newGrant } from '../oauth/tokens.ts';
import { digestOfSecret } from '../secrets.ts';
import type { Service } from '../service.ts';
import type { PhoneOwner } from './phone-pages.ts';

const COOKIE = 'phone';
const UNLOCKED_SECONDS = 15 * 60;

/** Unlocks this browser for one person. SameSite=Strict: another site's form arrives without the cookie. */
export async function unlock(service: Service, reply: FastifyReply, userId: string): Promise<void> {
  const secret = await issueToken(service.pool, newGrant({ clientId: 'phone', userId }), {
    kind: 'phone',
    seconds: UNLOCKED_SECONDS,
  });
  reply.setCookie(COOKIE, secret, { path: '/phone', httpOnly: true, sameSite: 'strict', maxAge: UNLOCKED_SECONDS });
}

export async function lock(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const secret = request.cookies[COOKIE] ?? '';
  await service.pool.query('update token set revoked = true where token_hash = $1', [digestOfSecret(secret)]);
  reply.clearCookie(COOKIE, { path: '/phone' });
}

/** The owner, if this browser is unlocked for them. */
export async function findOwner(
  service: Service,
  request: FastifyRequest,
  userId: string,
): Promise<PhoneOwner | undefined> {
  const secret = request.cookies[COOKIE];
  const grant = secret === undefined ? undefined : await findToken(service.pool, secret, 'phone');
  if (grant?.userId !== userId) return undefined;
  const { rows } = await service.pool.query<PhoneOwner>(
    'select user_id as "userId", full_name as "fullName" from signing_user where user_id = $1',
    [userId],
  );
  return rows[0];
}
