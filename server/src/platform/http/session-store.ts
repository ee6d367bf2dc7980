import { createHash } from 'node:crypto';
import type { SessionStore } from '@fastify/session';
import type { Platform } from '../platform.ts';

/** Marks, in memory only, a session that came from the database. */
const STORED = 'stored';
const LIFETIME_MS = 8 * 60 * 60 * 1000;

/**
 * Sessions in the database, so that a restart signs nobody out; only a hash of the id is kept. A session that was read is
 * only ever updated: an answer still on its way when somebody signs out must not bring the session back.
 */
export function databaseSessionStore(platform: Platform): SessionStore {
  const db = platform.database.unscoped;
  /** A callback that throws must not end the process: its request is lost, the others go on. */
  const settle = <T>(promise: Promise<T>, callback: (error?: unknown, value?: T) => void) =>
    promise
      .then(
        (value) => callback(null, value),
        (error: unknown) => callback(error),
      )
      .catch((error: unknown) => platform.log.error({ err: error }, 'a session could not be handed on'));
  return {
    get: (id, callback) => {
      const found = db
        .selectFrom('session')
        .select('data')
        .where('idHash', '=', hash(id))
        .where('expiresAt', '>', platform.clock.now())
        .executeTakeFirst();
      void settle(
        found.then((row) => (row ? { ...row.data, [STORED]: true } : null)),
        callback as (error?: unknown, value?: unknown) => void,
      );
    },
    set: (id, data, callback) => {
      const { [STORED]: wasStored, ...kept } = data as object as Record<string, unknown>;
      const idHash = hash(id);
      const row = {
        data: JSON.stringify(kept),
        expiresAt: new Date(platform.clock.now().getTime() + LIFETIME_MS),
      };
      const saved = wasStored
        ? db.updateTable('session').set(row).where('idHash', '=', idHash).execute()
        : db
            .insertInto('session')
            .values({ idHash, ...row })
            .onConflict((conflict) => conflict.column('idHash').doUpdateSet(row))
            .execute();
      void settle<unknown>(saved, (error) => callback(error));
    },
    destroy: (id, callback) => {
      void settle(db.deleteFrom('session').where('idHash', '=', hash(id)).execute(), (error) => callback(error));
    },
  };
}

function hash(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
