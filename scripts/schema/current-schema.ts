import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../server/src/platform/database/migrate.ts';
import { ensureInstallDatabase } from '../databases.ts';
import { type PostgresWish, startPostgres } from '../postgres.ts';
import { describeSchema } from './describe-schema.ts';

const HEADER = `-- What server/migrations add up to. Written by npm run schema; npm run check compares it. Not executed.\n\n`;

/** The text server/schema.sql must have: a new database is migrated and described, the same by every version of PostgreSQL. */
export async function currentSchema(source?: PostgresWish['source']): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'hocba-schema-'));
  const wish = { directory, log: () => undefined, databaseUrl: '' };
  const postgres = await startPostgres(source ? { ...wish, source } : wish);
  try {
    const urls = await ensureInstallDatabase(postgres.adminUrl, 'schema', join(directory, 'passwords.json'));
    await migrate({ ...urls, install: 'school', organisationId: 'schema' });
    const client = new Client({ connectionString: urls.ownerUrl });
    await client.connect();
    const text = await describeSchema(client, 'schema_app');
    await client.end();
    return HEADER + text;
  } finally {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
