import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** How an install reaches its database: the owner migrates and owns the tables, the app only works in them. */
export interface InstallDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

interface Passwords {
  readonly owner: string;
  readonly app: string;
}

/** Makes the database and its two roles where missing; passwords are random and kept in `stateFile` (mode 0600). Repeatable. */
export async function ensureInstallDatabase(
  adminUrl: string,
  name: string,
  stateFile: string,
): Promise<InstallDatabase> {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) throw new Error(`not a database name: ${name}`);
  const passwords = await keptPasswords(stateFile, name);
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(hashtext('hocba ensureInstallDatabase'))`);
    await ensureRole(admin, `${name}_owner`, passwords.owner);
    await ensureRole(admin, `${name}_app`, passwords.app);
    await ensureDatabase(admin, name);
  });
  return {
    ownerUrl: urlFor(adminUrl, { user: `${name}_owner`, password: passwords.owner, database: name }),
    appUrl: urlFor(adminUrl, { user: `${name}_app`, password: passwords.app, database: name }),
  };
}

/** Removes the database and its roles, disconnecting whoever is in it. */
export async function dropInstallDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    await admin.query(`drop role if exists ${escapeIdentifier(`${name}_owner`)}, ${escapeIdentifier(`${name}_app`)}`);
  });
}

async function asAdmin(adminUrl: string, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function keptPasswords(stateFile: string, name: string): Promise<Passwords> {
  const text = await readFile(stateFile, 'utf8').catch(() => '{}');
  const kept = JSON.parse(text) as Record<string, Passwords>;
  const known = kept[name];
  if (known !== undefined) return known;
  const passwords = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') };
  await mkdir(dirname(stateFile), { recursive: true });
  const fresh = `${stateFile}.${process.pid}`;
  await writeFile(fresh, JSON.stringify({ ...kept, [name]: passwords }, undefined, 2), { mode: 0o600 });
  await rename(fresh, stateFile);
  return passwords;
}

async function ensureRole(admin: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await admin.query(
    `${verb} role ${escapeIdentifier(role)} login nocreatedb nocreaterole password ${escapeLiteral(password)}`,
  );
}

async function ensureDatabase(admin: Client, name: string): Promise<void> {
  const database = escapeIdentifier(name);
  const owner = escapeIdentifier(`${name}_owner`);
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    // An administrator who is no superuser may hand a database only to a role it belongs to.
    await admin.query(`grant ${owner} to current_user`);
    await createDatabase(admin, database, owner);
  }
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to ${escapeIdentifier(`${name}_app`)}`);
}

/** Sorted by code point (Vietnamese order is a stored key); letters of every language have upper and lower case where the system can. */
async function createDatabase(admin: Client, database: string, owner: string): Promise<void> {
  const statement = (letters: string) =>
    `create database ${database} owner ${owner} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype '${letters}'`;
  const invalidLocale = new Set(['42809', '22023']);
  await admin.query(statement('C.UTF-8')).catch(async (error: { code?: string }) => {
    if (!invalidLocale.has(error.code ?? '')) throw error;
    await admin.query(statement('C'));
  });
}

function urlFor(adminUrl: string, to: { user: string; password: string; database: string }): string {
  const url = new URL(adminUrl);
  url.username = to.user;
  url.password = to.password;
  url.pathname = `/${to.database}`;
  return url.href;
}
