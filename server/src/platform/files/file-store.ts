import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Stored documents by the SHA-256 of their bytes. Put before the database commit that names them; putting again is free. */
export interface FileStore {
  /** Returns the digest, 64 hex digits; the bytes are on disk when it resolves. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws Error when absent or when the bytes no longer have this digest. */
  get(digest: string): Promise<Uint8Array>;
}

export function openFileStore(directory: string): FileStore {
  const pathOf = (digest: string) => join(directory, digest.slice(0, 2), digest);
  return {
    put: async (bytes) => {
      const digest = sha256Hex(bytes);
      const path = pathOf(digest);
      if (!(await exists(path))) await writeDurably(path, bytes);
      return digest;
    },
    get: async (digest) => {
      if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error('not a file digest');
      const bytes = await readFile(pathOf(digest));
      if (sha256Hex(bytes) !== digest) throw new Error(`stored file ${digest} was altered`);
      return bytes;
    },
  };
}

/** Temporary file, fsync, rename, fsync of the folder: a crash leaves the whole file or none. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  const file = await open(temporary, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
