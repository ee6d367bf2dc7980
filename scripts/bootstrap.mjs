// Runs on Node 20 with nothing installed: installs what package-lock.json names, then hands over to scripts/<command>.ts on Node ≥ 24.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.hocba-installed');
const NEEDED = 24;

const [command, ...args] = process.argv.slice(2);
if (command === undefined || !/^[a-z-]+$/.test(command) || !existsSync(join(root, 'scripts', `${command}.ts`))) {
  fail(`Không có lệnh này / no such command: ${command ?? ''}`);
}
await install();
handOver(newNode(), join(root, 'scripts', `${command}.ts`));

/** `npm ci`, once for each content of package-lock.json. */
async function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (isInstalled()) return writeFileSync(stamp, lock);
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  say('Cài thư viện (chỉ lần đầu, khoảng 1 phút) / installing libraries, once …');
  const ticker = setInterval(() => say(`  … đang cài / still installing, ${seconds()}`), 15_000);
  const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(ticker);
  if (code !== 0)
    fail(
      `${output}\nCài không được / npm ci failed. Hãy kiểm tra mạng rồi chạy lại / check the network and run again.`,
    );
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, lock);
  say(`Đã cài xong / installed in ${seconds()}.`);
}

/** Whether npm has already put every locked version in place, for people who run npm install themselves. */
function isInstalled() {
  const written = join(modules, '.package-lock.json');
  if (!existsSync(written)) return false;
  const locked = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  const present = JSON.parse(readFileSync(written, 'utf8')).packages;
  const wanted = locked.filter(([path, entry]) => path.startsWith('node_modules/') && !entry.optional);
  return wanted.every(([path, { version }]) => present[path]?.version === version && existsSync(join(root, path)));
}

function npm(options) {
  const npmCli = process.env.npm_execpath;
  const [program, ...first] = npmCli?.endsWith('.js') ? [process.execPath, npmCli] : ['npm'];
  const child = spawn(program, [...first, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function newNode() {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  for (const candidate of [join(modules, '.bin/node'), process.execPath, ...onPath]) {
    const { stdout } = spawnSync(candidate, ['--version'], { encoding: 'utf8' });
    if (Number(/^v(\d+)/.exec(stdout ?? '')?.[1]) >= NEEDED) return candidate;
  }
  return fail(
    `Cần Node.js ≥ ${NEEDED} trên máy này (https://nodejs.org) / Node.js ≥ ${NEEDED} is needed on this machine.`,
  );
}

function handOver(node, script) {
  const path = [join(modules, '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, [script, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  // The terminal sends Ctrl-C to the child too; here it must only not end the parent before the child has finished.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(String(error)));
  child.on('close', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
