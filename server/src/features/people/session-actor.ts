import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/actor.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Platform } from '../../platform/platform.ts';
import { findActor } from './people.store.ts';

/** The signed-in person, read anew from the database at every request. @throws AppError 401. */
export async function requireActor(platform: Platform, request: FastifyRequest): Promise<Actor> {
  const { accountId, schoolId } = request.session;
  if (!accountId || !schoolId) throw notSignedIn();
  const actor = await platform.database.transaction({ schoolId }, (tx) => findActor(tx, accountId));
  if (!actor) throw notSignedIn();
  return actor;
}

function notSignedIn(): AppError {
  return new AppError({ code: 'not-signed-in', status: 401, sentence: 'Phiên làm việc đã hết. Hãy đăng nhập lại.' });
}
