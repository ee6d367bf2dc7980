import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { Client } from 'pg';
import { ensureInstallDatabase } from './databases.ts';
import { type PostgresWish, startPostgres } from './postgres.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hocba-pg-'));
  folders.push(folder);
  return folder;
}

const start = (directory: string, wish: Partial<PostgresWish> = {}) =>
  startPostgres({ directory, log: () => undefined, databaseUrl: '', ...wish });

async function ask(url: string, query: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: query, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const postmaster = (directory: string) =>
  Number(readFileSync(join(directory, 'data/postmaster.pid'), 'utf8').split('\n')[0]);

for (const source of ['system', 'embedded'] as const) {
  const isThere = source === 'embedded' || hasSystemServer();
  describe(`the ${source} PostgreSQL`, { skip: isThere ? false : 'no PostgreSQL on this machine' }, () => {
    test('keeps its data over a stop, over kill -9, and is taken over when left running', async () => {
      const directory = await newFolder();
      const first = await start(directory, { source });
      assert.equal(first.source, source);
      await ask(first.adminUrl, 'create table kept (n int)');
      await ask(first.adminUrl, 'insert into kept values (7)');
      await first.stop();

      const second = await start(directory, { source });
      assert.equal(await ask(second.adminUrl, 'select n from kept'), 7);
      process.kill(postmaster(directory), 'SIGKILL');

      const third = await start(directory, { source });
      assert.equal(await ask(third.adminUrl, 'select n from kept'), 7);
      const takenOver = await start(directory, { source });
      assert.equal(await ask(takenOver.adminUrl, 'select n from kept'), 7);
      await takenOver.stop();
      await assert.rejects(ask(third.adminUrl, 'select 1'));
    });

    test('writes through to the disk, listens on no port, and its password file is ours alone', async () => {
      const directory = await newFolder();
      const postgres = await start(directory, { source });
      assert.equal(await ask(postgres.adminUrl, 'show fsync'), 'on');
      assert.equal(await ask(postgres.adminUrl, 'show synchronous_commit'), 'on');
      assert.equal(await ask(postgres.adminUrl, 'show full_page_writes'), 'on');
      assert.equal(await ask(postgres.adminUrl, 'show listen_addresses'), '');
      assert.equal(statSync(join(directory, 'admin-password')).mode & 0o777, 0o600);
      await assert.rejects(
        ask(postgres.adminUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1'),
        /password authentication failed/,
      );
      await postgres.stop();
    });
  });
}

function hasSystemServer(): boolean {
  try {
    return (
      execFileSync('sh', ['-c', 'ls -d /usr/lib/postgresql/*/bin/initdb "$(command -v initdb)" 2>/dev/null'], {
        encoding: 'utf8',
      }) !== ''
    );
  } catch {
    return false;
  }
}

test('a socket’s path stays short however deep the folder is', async () => {
  const directory = join(await newFolder(), 'a-rather-long-name-for-a-folder/'.repeat(4));
  const postgres = await start(directory);
  const socket = new URL(postgres.adminUrl).searchParams.get('host') ?? '';
  folders.push(socket);
  assert.ok(Buffer.byteLength(`${socket}/.s.PGSQL.5432`) < 100);
  assert.equal(await ask(postgres.adminUrl, 'select 1'), 1);
  await postgres.stop();
});

test('a server given by DATABASE_URL is used, and refused when its account may not create databases and roles', async () => {
  const directory = await newFolder();
  const own = await start(directory);
  await ask(own.adminUrl, `create role able login createdb createrole password 'x'`);
  await ask(own.adminUrl, `create role weak login password 'x'`);
  const urlOf = (role: string) => own.adminUrl.replace(/postgres:[^@]+@/, `${role}:x@`);
  const given = await start(directory, { databaseUrl: urlOf('able') });
  assert.equal(given.source, 'given');
  const { appUrl } = await ensureInstallDatabase(given.adminUrl, 'given', join(directory, 'passwords.json'));
  assert.equal(await ask(appUrl, 'select current_user'), 'given_app');
  await given.stop();
  assert.equal(await ask(own.adminUrl, 'select 1'), 1);
  await assert.rejects(start(directory, { databaseUrl: urlOf('weak') }), /CREATEDB và CREATEROLE/);
  await own.stop();
  await assert.rejects(start(directory, { databaseUrl: urlOf('able') }), /DATABASE_URL không dùng được/);
});

test('an install’s database keeps its passwords, its owner owns it, its app role may only connect', async () => {
  const directory = await newFolder();
  const postgres = await start(directory);
  const state = join(directory, 'state/passwords.json');
  const first = await ensureInstallDatabase(postgres.adminUrl, 'school', state);
  assert.deepEqual(await ensureInstallDatabase(postgres.adminUrl, 'school', state), first);
  assert.equal(statSync(state).mode & 0o777, 0o600);
  assert.equal(
    await ask(first.ownerUrl, `select pg_get_userbyid(datdba) from pg_database where datname = 'school'`),
    'school_owner',
  );
  assert.equal(await ask(first.appUrl, `select lower('ĐẶNG THỊ Ỷ LAN')`), 'đặng thị ỷ lan');
  await assert.rejects(ask(first.appUrl, 'create table t (n int)'), /permission denied/);
  await ensureInstallDatabase(postgres.adminUrl, 'other', state);
  await assert.rejects(ask(first.appUrl.replace('/school?', '/other?'), 'select 1'), /permission denied for database/);
  rmSync(state);
  const renewed = await ensureInstallDatabase(postgres.adminUrl, 'school', state);
  assert.notEqual(renewed.appUrl, first.appUrl);
  assert.equal(await ask(renewed.appUrl, 'select 1'), 1);
  await postgres.stop();
});
