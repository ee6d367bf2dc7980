import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Tool {
  /** Any of these, as programs on the PATH or absolute files. */
  readonly anyOf: readonly string[];
  readonly debianPackage: string;
}

/** The browser, and the independent judges of our files. */
const TOOLS: readonly Tool[] = [
  { anyOf: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], debianPackage: 'chromium' },
  { anyOf: ['xmlsec1'], debianPackage: 'xmlsec1' },
  { anyOf: ['xmllint'], debianPackage: 'libxml2-utils' },
  { anyOf: ['pdfsig'], debianPackage: 'poppler-utils' },
  { anyOf: ['pdftoppm'], debianPackage: 'poppler-utils' },
  { anyOf: ['qpdf'], debianPackage: 'qpdf' },
  { anyOf: ['openssl'], debianPackage: 'openssl' },
  { anyOf: ['zbarimg'], debianPackage: 'zbar-tools' },
  { anyOf: ['softhsm2-util'], debianPackage: 'softhsm2' },
  { anyOf: ['javac'], debianPackage: 'default-jdk-headless' },
  { anyOf: ['/usr/share/java/xmlsec.jar'], debianPackage: 'libxml-security-java' },
];

/** Every tool is there, or is installed where that is permitted, or the sentence says which command does it. */
export async function ensureSystemTools(): Promise<void> {
  const packages = missingPackages();
  if (packages.length === 0) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const prefix = permission();
  if (prefix !== undefined) {
    console.log(`Cài công cụ hệ thống / installing system tools: ${packages.join(' ')} …`);
    await install(prefix, packages);
  }
  const still = missingPackages();
  if (still.length === 0) return;
  throw new Error(`Thiếu công cụ / missing: ${still.join(', ')}. Hãy chạy / run:\n  sudo sh -c '${command}'`);
}

function missingPackages(): string[] {
  return [...new Set(TOOLS.filter(({ anyOf }) => !anyOf.some(isPresent)).map(({ debianPackage }) => debianPackage))];
}

function isPresent(tool: string): boolean {
  if (tool.startsWith('/')) return existsSync(tool);
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, tool)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What goes before apt-get; undefined where installing is not ours to do. */
function permission(): readonly string[] | undefined {
  if (!isPresent('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

async function install(prefix: readonly string[], packages: readonly string[]): Promise<void> {
  const started = performance.now();
  const ticker = setInterval(() => console.log(`  … ${Math.round((performance.now() - started) / 1000)} s`), 15_000);
  try {
    await quietly([...prefix, 'apt-get', 'update', '-q']);
    await quietly([
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      ...packages,
    ]);
  } finally {
    clearInterval(ticker);
  }
}

/** Shows a program's output only if it fails. */
function quietly([program = '', ...options]: readonly string[]): Promise<void> {
  const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', () => resolve());
    child.on('close', (code) => {
      if (code !== 0) console.log(output);
      resolve();
    });
  });
}
