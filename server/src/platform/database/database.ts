import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { PlatformTables } from './tables.ts';

export type Tx = Transaction<PlatformTables>;

/** Whose rows a transaction may see: one school's, or (registries only) the whole install's. */
export type Scope = { readonly schoolId: string } | 'install';

export interface Database {
  /** Runs `work` in one transaction that sees only `scope`; row-level security enforces it. */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** For the few tables without a tenant: sessions, logins, pending work, the boxes. */
  readonly unscoped: Kysely<PlatformTables>;
  readonly pool: pg.Pool;
  /** Address of the application role, for connections outside the pool. */
  readonly url: string;
  close(): Promise<void>;
}

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export function openDatabase(appUrl: string, poolSize: number): Database {
  const pool = new pg.Pool({ connectionString: appUrl, max: poolSize });
  // A dropped connection must not take the process down: the next query on it reports it. The pool itself listens only
  // to idle connections, so those taken out get a listener of their own.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<PlatformTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    unscoped: db,
    pool,
    url: appUrl,
    transaction: (scope, work) =>
      db.transaction().execute(async (tx) => {
        const school = scope === 'install' ? '' : scope.schoolId;
        const wide = scope === 'install' ? 'install' : '';
        await sql`select set_config('app.school_id', ${school}, true), set_config('app.scope', ${wide}, true)`.execute(
          tx,
        );
        return work(tx);
      }),
    close: () => db.destroy(),
  };
}
