import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import type { InstallKind } from '../../config.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../migrations');

export interface MigrationTarget {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly install: InstallKind;
  readonly organisationId: string;
}

/** Brings the database to the newest schema; several starters at once migrate it once. @throws when a file fails. */
export async function migrate(target: MigrationTarget): Promise<void> {
  const appRole = decodeURIComponent(new URL(target.appUrl.replace(/^postgres(ql)?:/, 'http:')).username);
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: target.ownerUrl, max: 2 }) }),
  });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => readMigrations(appRole) } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    await sql`insert into install (kind, organisation_id) values (${target.install}, ${target.organisationId})
              on conflict do nothing`.execute(db);
  } finally {
    await db.destroy();
  }
}

function readMigrations(appRole: string): Record<string, Migration> {
  if (!/^[a-z_][a-z0-9_]*$/.test(appRole)) throw new Error(`unusable role name: ${appRole}`);
  const files = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return Object.fromEntries(
    files.map((name) => {
      const text = readFileSync(join(MIGRATIONS, name), 'utf8').replaceAll('{{app_role}}', appRole);
      return [name, { up: async (db) => void (await sql.raw(text).execute(db)) } satisfies Migration];
    }),
  );
}
