import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { type Account, type ClusterHome, giveTo, privateDirectory, shortHash } from './account.ts';
import type { PostgresBinaries } from './binaries.ts';

const run = promisify(execFile);
const LONGEST_SOCKET_FOLDER = 80;
const MOST_LOG_BYTES = 10_000_000;
const NOBODYS_PID = 2_147_483_647;
const STILL_IN_USE = /shared memory block .* still in use/;
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
};

/** The major version that wrote the data, if there are data. */
export async function readClusterMajor(home: ClusterHome): Promise<number | undefined> {
  const version = await readFile(join(home.directory, 'data/PG_VERSION'), 'utf8').catch(() => undefined);
  return version === undefined ? undefined : Number(version);
}

/** Starts the cluster, or takes over the one a killed predecessor left running. */
export async function startCluster(home: ClusterHome, binaries: PostgresBinaries) {
  const data = join(home.directory, 'data');
  const password = await initialise(home, binaries);
  const sockets = await socketFolder(home);
  const adminUrl = `postgresql://postgres:${password}@localhost/postgres?host=${encodeURIComponent(sockets)}`;
  for (let attempt = 1; ; attempt++) {
    let pid = await runningPostmaster(data);
    if (pid === undefined) {
      await clearStaleFiles(data, sockets);
      pid = await launch({ home, binaries, data, sockets });
    }
    const postmaster = pid;
    const ending = await untilAnswering(adminUrl, postmaster, join(home.directory, 'postgres.log'));
    if (ending === undefined) return { adminUrl, stop: () => stopPostmaster(postmaster) };
    if (attempt === 60 || !STILL_IN_USE.test(ending)) {
      throw new Error(`PostgreSQL đã dừng; cuối nhật ký / it stopped, end of its log:\n${ending}`);
    }
    await wait(500);
  }
}

/** Makes the cluster once; an interrupted attempt leaves nothing that looks finished. */
async function initialise(home: ClusterHome, binaries: PostgresBinaries): Promise<string> {
  const { directory, account } = home;
  const passwordFile = join(directory, 'admin-password');
  const exists = (await readClusterMajor(home)) !== undefined;
  if (!exists) await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const password = await readFile(passwordFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `${passwordFile}: không đọc được; chạy bằng đúng người dùng đã tạo, hoặc --fresh. (${error.message})`,
    );
  });
  if (exists) return password;
  for (const name of await readdir(directory)) {
    if (name.startsWith('data')) await rm(join(directory, name), { recursive: true, force: true });
  }
  const fresh = join(directory, `data-${process.pid}`);
  await mkdir(fresh, { mode: 0o700 });
  await giveTo(fresh, account);
  const handover = join(directory, 'initdb-password');
  await rm(handover, { force: true });
  await writeFile(handover, password, { mode: 0o600 });
  await giveTo(handover, account);
  const options = [
    '-D',
    fresh,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${handover}`,
    '-E',
    'UTF8',
    '--locale=C',
  ];
  await run(join(binaries.bin, 'initdb'), options, asAccount(account)).finally(() => rm(handover));
  await rename(fresh, join(directory, 'data'));
  return password;
}

/** A socket's whole path must stay under 108 bytes. */
async function socketFolder({ directory, account }: ClusterHome): Promise<string> {
  const near = join(directory, 'socket');
  if (Buffer.byteLength(near) > LONGEST_SOCKET_FOLDER)
    return privateDirectory(`hocba-socket-${shortHash(directory)}`, account);
  await mkdir(near, { mode: 0o700, recursive: true });
  await giveTo(near, account);
  return near;
}

async function runningPostmaster(data: string): Promise<number | undefined> {
  const file = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(file.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  const command = await commandOf(pid);
  return command?.includes('postgres') === true && command.includes(data) ? pid : undefined;
}

/** The command line of a living process; undefined for none, and for one that is dead but not yet collected. */
async function commandOf(pid: number): Promise<string | undefined> {
  const { stdout } = await run('ps', ['-o', 'stat=,args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim() === '' || stdout.startsWith('Z') ? undefined : stdout;
}

/**
 * A killed postmaster's number may now be another process's, and PostgreSQL would then refuse to start. Its file stays,
 * with a number nobody has: PostgreSQL still learns from it whether orphaned backends have the data open.
 */
async function clearStaleFiles(data: string, sockets: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  const lines = (await readFile(lock, 'utf8').catch(() => '')).split('\n');
  if (lines.length > 1) await writeFile(lock, [NOBODYS_PID, ...lines.slice(1)].join('\n'));
  for (const name of await readdir(sockets)) await rm(join(sockets, name), { force: true });
}

interface Launch {
  readonly home: ClusterHome;
  readonly binaries: PostgresBinaries;
  readonly data: string;
  readonly sockets: string;
}

/** In a process group of its own: Ctrl-C reaches the programs first, the database last. */
async function launch({ home, binaries, data, sockets }: Launch): Promise<number> {
  const logPath = join(home.directory, 'postgres.log');
  const size = await stat(logPath)
    .then((found) => found.size)
    .catch(() => 0);
  const log = await open(logPath, size > MOST_LOG_BYTES ? 'w' : 'a', 0o600);
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: sockets });
  const child = spawn(
    join(binaries.bin, 'postgres'),
    ['-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...asAccount(home.account),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  );
  child.unref();
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  }).finally(() => log.close());
  if (child.pid === undefined) throw new Error('PostgreSQL không khởi động được. (PostgreSQL did not start.)');
  return child.pid;
}

/** A killed cluster first replays its log, which may take minutes: wait while the process lives. Answers the end of the log if it died. */
async function untilAnswering(adminUrl: string, pid: number, logPath: string): Promise<string | undefined> {
  for (;;) {
    const client = new Client({ connectionString: adminUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return undefined;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (code.startsWith('28')) throw error;
      if ((await commandOf(pid)) === undefined) return endOf(logPath);
    }
    await wait(50);
  }
}

async function endOf(logPath: string): Promise<string> {
  const text = await readFile(logPath, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-8).join('\n');
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stopPostmaster(pid: number): Promise<void> {
  const patience = { SIGINT: 60_000, SIGQUIT: 10_000 };
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if ((await commandOf(pid)) === undefined) return;
    process.kill(pid, signal);
    const started = performance.now();
    while (performance.now() - started < patience[signal] && (await commandOf(pid)) !== undefined) await wait(50);
  }
}

function asAccount(account: Account): { cwd: string; uid?: number; gid?: number } {
  return account === undefined ? { cwd: '/' } : { cwd: '/', uid: account.uid, gid: account.gid };
}
