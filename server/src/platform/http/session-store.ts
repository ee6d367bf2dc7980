import { createHash } from 'node:crypto';
import type { SessionStore } from '@fastify/session';
import type { Platform } from '../platform.ts';

const LIFETIME_MS = 8 * 60 * 60 * 1000;

/** Sessions in the database, so that a restart signs nobody out; only a hash of the id is kept. */
export function databaseSessionStore(platform: Platform): SessionStore {
  const db = platform.database.unscoped;
  const settle = <T>(promise: Promise<T>, callback: (error?: unknown, value?: T) => void) =>
    promise.then(
      (value) => callback(null, value),
      (error: unknown) => callback(error),
    );
  return {
    get: (id, callback) => {
      const found = db
        .selectFrom('session')
        .select('data')
        .where('idHash', '=', hash(id))
        .where('expiresAt', '>', platform.clock.now())
        .executeTakeFirst();
      void settle(
        found.then((row) => row?.data ?? null),
        callback as (error?: unknown, value?: unknown) => void,
      );
    },
    set: (id, data, callback) => {
      const row = {
        idHash: hash(id),
        data: JSON.stringify(data),
        expiresAt: new Date(platform.clock.now().getTime() + LIFETIME_MS),
      };
      const saved = db
        .insertInto('session')
        .values(row)
        .onConflict((conflict) => conflict.column('idHash').doUpdateSet({ data: row.data, expiresAt: row.expiresAt }))
        .execute();
      void settle(saved, (error) => callback(error));
    },
    destroy: (id, callback) => {
      void settle(db.deleteFrom('session').where('idHash', '=', hash(id)).execute(), (error) => callback(error));
    },
  };
}

function hash(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
