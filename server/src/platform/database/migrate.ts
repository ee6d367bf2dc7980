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

/** Brings the database to the newest schema; several starters at once migrate it once. @throws when a file fails or it is another install's. */
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
    await requireSameInstall(db, target);
  } finally {
    await db.destroy();
  }
}

/** A database belongs to one install for ever: row-level security judges by what it says. */
async function requireSameInstall(db: Kysely<unknown>, target: MigrationTarget): Promise<void> {
  const { rows } = await sql<{ kind: string; organisation_id: string }>`
    select kind, organisation_id from install`.execute(db);
  const [found] = rows;
  if (found?.kind === target.install && found.organisation_id === target.organisationId) return;
  throw new Error(
    `This database belongs to the install ${found?.kind} of ${found?.organisation_id}; the settings say ${target.install} of ${target.organisationId}.`,
  );
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
