import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openFileStore } from './file-store.ts';

const directory = mkdtempSync(join(tmpdir(), 'hocba-store-'));
after(() => rmSync(directory, { recursive: true }));
const store = openFileStore(directory);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const pathOf = (digest: string) => join(directory, digest.slice(0, 2), digest);

test('a file comes back by its digest; put again, it is written once', async () => {
  const bytes = Buffer.from('học bạ');
  const digest = await store.put(bytes);
  assert.equal(digest, sha256(bytes));
  assert.deepEqual(Buffer.from(await store.get(digest)), bytes);
  const { ino } = statSync(pathOf(digest));
  assert.equal(await store.put(bytes), digest);
  assert.equal(statSync(pathOf(digest)).ino, ino);
});

test('many at once, the same ones among them, leave each file once and nothing else', async () => {
  const files = Array.from({ length: 60 }, (_, index) => Buffer.from(`tệp ${index % 20}`));
  const digests = await Promise.all(files.map((bytes) => store.put(bytes)));
  assert.equal(new Set(digests).size, 20);
  for (const folder of readdirSync(directory)) {
    for (const name of readdirSync(join(directory, folder))) assert.match(name, /^[0-9a-f]{64}$/);
  }
});

test('a file altered on disk is not handed out', async () => {
  const digest = await store.put(Buffer.from('bản gốc'));
  writeFileSync(pathOf(digest), 'bản giả');
  await assert.rejects(store.get(digest), /was altered/);
});

test('an absent file, and what is no digest, are refused', async () => {
  await assert.rejects(store.get('0'.repeat(64)), /ENOENT/);
  for (const path of ['../../etc/passwd', '', 'ABC', `${'0'.repeat(63)}/`])
    await assert.rejects(store.get(path), /not a file digest/);
});

test('a writer killed at any moment leaves whole files or none', async () => {
  const script = `
    const { openFileStore } = await import(${JSON.stringify(new URL('./file-store.ts', import.meta.url).href)});
    const store = openFileStore(process.argv[1]);
    process.stdout.write('ready');
    for (let i = 0; ; i += 1) await store.put(Buffer.alloc(400_000, String(process.pid + i)));`;
  for (let round = 0; round < 4; round += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, 15 + round * 37));
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  let whole = 0;
  for (const folder of readdirSync(directory)) {
    for (const name of readdirSync(join(directory, folder)).filter((each) => each.length === 64)) {
      const bytes = readFileSync(join(directory, folder, name));
      if (bytes.length !== 400_000) continue;
      assert.equal(sha256(bytes), name);
      whole += 1;
    }
  }
  assert.ok(whole > 4, `${whole} files written`);
});
