import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropInstallDatabase, ensureInstallDatabase, type InstallDatabase } from '../../scripts/databases.ts';
import { startPostgres } from '../../scripts/postgres.ts';

/** A database of its own for one test, with its two roles. */
export interface TemporaryDatabase extends InstallDatabase {
  readonly name: string;
  readonly adminUrl: string;
  readonly drop: () => Promise<void>;
}

let ownCluster: Promise<string> | undefined;

/** A superuser's connection string: the test run's cluster, or for a file run alone one that ends with it. */
export function testCluster(): Promise<string> {
  const given = process.env['HOCBA_TEST_POSTGRES'];
  if (given !== undefined) return Promise.resolve(given);
  ownCluster ??= startOwnCluster();
  return ownCluster;
}

async function startOwnCluster(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'hocba-test-'));
  const postgres = await startPostgres({ directory, log: () => undefined });
  // Not after(): called inside a before() hook it would run at that hook's end.
  process.once('beforeExit', async () => {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  });
  return postgres.adminUrl;
}

/** An empty database that nobody else uses; `drop` it, or it goes with the cluster. */
export async function temporaryDatabase(purpose = 'test'): Promise<TemporaryDatabase> {
  const adminUrl = await testCluster();
  const name = `${purpose}_${randomBytes(5).toString('hex')}`;
  const folder = await mkdtemp(join(tmpdir(), 'hocba-passwords-'));
  const database = await ensureInstallDatabase(adminUrl, name, join(folder, 'passwords.json')).finally(() =>
    rm(folder, { recursive: true }),
  );
  return { ...database, name, adminUrl, drop: () => dropInstallDatabase(adminUrl, name) };
}
