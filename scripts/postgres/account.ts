import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The user PostgreSQL runs as; undefined: ourselves. PostgreSQL refuses to run as root. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number } | undefined;

/** Where a cluster's files are, and whose they are. */
export interface ClusterHome {
  readonly directory: string;
  readonly account: Account;
}

/** The wanted directory, or one in the system's temporary directory where the unprivileged user cannot reach the wanted one. */
export async function homeOf(wanted: string, log: (sentence: string) => void): Promise<ClusterHome> {
  const directory = resolve(wanted);
  await mkdir(directory, { recursive: true });
  const account = process.getuid?.() === 0 ? await unprivilegedAccount() : undefined;
  if (account === undefined) return { directory, account };
  await chmod(directory, 0o755);
  if (await canEnter(directory, account)) return { directory, account };
  const elsewhere = await privateDirectory(`hocba-${shortHash(directory)}`, account);
  log(
    `Người dùng ${account.name} không vào được ${directory}: dữ liệu PostgreSQL để ở ${elsewhere} ` +
      `(PostgreSQL may not run as root; its data are in ${elsewhere})`,
  );
  return { directory: elsewhere, account };
}

async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find(([candidate]) => candidate === name);
    if (fields !== undefined) return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    'PostgreSQL không chạy bằng root và máy này không có người dùng postgres hay nobody. Chạy lệnh bằng người dùng thường. ' +
      '(PostgreSQL refuses root, and there is no user postgres or nobody: run the command as an ordinary user.)',
  );
}

/** Whether the account may pass through every folder from the root down to this one. */
export async function canEnter(directory: string, account: Account): Promise<boolean> {
  if (account === undefined) return true;
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A folder of mode 0700 under the temporary directory; refuses one that somebody else put there. */
export async function privateDirectory(name: string, account: Account): Promise<string> {
  const parent = (await canEnter(tmpdir(), account)) ? tmpdir() : '/tmp';
  const directory = join(parent, name);
  await mkdir(directory, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(directory);
  const owners = [account?.uid, process.getuid?.()];
  if (!found.isDirectory() || !owners.includes(found.uid)) {
    throw new Error(`${directory} thuộc người khác; hãy xoá nó. (${directory} belongs to somebody else: remove it.)`);
  }
  await chmod(directory, 0o700);
  await giveTo(directory, account);
  return directory;
}

/** Hands a file or folder to the account. */
export async function giveTo(path: string, account: Account): Promise<void> {
  if (account !== undefined) await chown(path, account.uid, account.gid);
}

/** Twelve hexadecimal digits that stand for a path. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
