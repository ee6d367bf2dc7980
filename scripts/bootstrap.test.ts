import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from './check/source-tree.ts';

const ECHO = `
const waits = process.argv[2] === 'wait';
if (waits) {
  process.on('SIGTERM', () => { console.log('asked to stop'); process.exit(5); });
  setInterval(() => {}, 1000);
} else process.exitCode = 3;
console.log(JSON.stringify(process.argv.slice(2)));`;

let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'hocba-bootstrap-'));
  mkdirSync(join(folder, 'scripts'));
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  cpSync(join(root, 'scripts/bootstrap.mjs'), join(folder, 'scripts/bootstrap.mjs'));
  writeFileSync(join(folder, 'scripts/echo.ts'), ECHO);
  symlinkSync(process.execPath, join(folder, 'node_modules/.bin/node'));
  writeFileSync(join(folder, 'package-lock.json'), '{"packages":{}}');
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{"packages":{}}');
});

after(() => rmSync(folder, { recursive: true }));

const bootstrap = (...args: string[]) => [join(folder, 'scripts/bootstrap.mjs'), ...args];

test('arguments and exit code pass through, and nothing is installed twice', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, bootstrap('echo', '--fresh', 'a b'), {
    encoding: 'utf8',
  });
  assert.equal(stdout, '["--fresh","a b"]\n');
  assert.equal(stderr, '');
  assert.equal(status, 3);
  assert.ok(existsSync(join(folder, 'node_modules/.hocba-installed')));
});

test('a request to stop reaches the command, whose answer is the exit code', async () => {
  const child = spawn(process.execPath, bootstrap('echo', 'wait'), { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');
  assert.equal(code, 5);
  assert.match(output, /asked to stop/);
});

test('an unknown command is said so', () => {
  const { status, stderr } = spawnSync(process.execPath, bootstrap('nothing'), { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /Không có lệnh này \/ no such command: nothing/);
});

test('an install that fails shows npm’s words and what to do', () => {
  const other = mkdtempSync(join(tmpdir(), 'hocba-bootstrap-'));
  cpSync(join(folder, 'scripts'), join(other, 'scripts'), { recursive: true });
  writeFileSync(join(other, 'package.json'), '{"name":"x","version":"1.0.0","dependencies":{"absent":"1.0.0"}}');
  writeFileSync(join(other, 'package-lock.json'), '{"name":"x","version":"1.0.0","lockfileVersion":3,"packages":{}}');
  const env = { ...process.env, npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0' };
  const { status, stderr } = spawnSync(process.execPath, [join(other, 'scripts/bootstrap.mjs'), 'echo'], {
    encoding: 'utf8',
    env,
  });
  rmSync(other, { recursive: true });
  assert.equal(status, 1);
  assert.match(stderr, /installing libraries, once/);
  assert.match(stderr, /npm error/);
  assert.match(stderr, /Hãy kiểm tra mạng rồi chạy lại/);
});
