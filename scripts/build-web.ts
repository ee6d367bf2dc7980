import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'web/dist');
const mark = join(dist, 'built-from.sha256');
/** What the screens are built from. */
const sources = [
  'web/src',
  'web/public',
  ...['record', 'rules', 'rendition', 'signature', 'verify'].map((name) => `packages/${name}/src`),
];
const settings = [
  'web/index.html',
  'web/vite.config.ts',
  'web/verifier.vite.config.ts',
  'web/package.json',
  'package-lock.json',
];

/** Of the directory that is served: the verifier for visitors' browsers. */
export function verifierIn(webDirectory: string): string {
  return join(webDirectory, 'verifier');
}

/** Builds the staff screens and the verifier unless web/dist was built from exactly these sources; the directory to serve. */
export async function buildWeb(log: (sentence: string) => void = () => undefined): Promise<string> {
  const digest = digestOfSources();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return dist;
  log('Dựng các màn hình…');
  const fresh = join(root, '.cache', `web-${process.pid}`);
  await vite(fresh);
  await vite(verifierIn(fresh), ['--config', 'web/verifier.vite.config.ts']);
  compressFiles(verifierIn(fresh));
  writeFileSync(join(fresh, basename(mark)), digest);
  putInPlace(fresh);
  return dist;
}

/** In one step, so that a server never finds half a build. */
function putInPlace(fresh: string): void {
  const old = `${fresh}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  const files = [...sources.flatMap(filesUnder), ...settings];
  for (const path of files.toSorted())
    hash
      .update(`${path}\n`)
      .update(readFileSync(join(root, path)))
      .update('\n');
  return hash.digest('hex');
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

/** The layout engine is 28 MB and packs to 11: packed once here, not at every visit. */
function compressFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}

async function vite(outDir: string, more: readonly string[] = []): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  const program = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [program, 'build', 'web', '--outDir', outDir, '--emptyOutDir', ...more], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the screens could not be built:\n${output}`);
}

if (import.meta.main) await buildWeb(console.log);
