import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../check/source-tree.ts';
import type { TestGroup } from './test-files.ts';

/** node:test's own counts. */
export type Counts = Readonly<
  Record<'tests' | 'suites' | 'passed' | 'failed' | 'cancelled' | 'skipped' | 'todo', number>
>;

/** What a group came to; `ok` also covers a runner that died before it could count. */
export interface GroupResult {
  readonly ok: boolean;
  readonly counts: Counts;
}

const NONE: Counts = { tests: 0, suites: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 };

/** Runs one group of files with node --test. */
export async function runGroup(group: TestGroup, env: Readonly<Record<string, string>>): Promise<GroupResult> {
  const folder = mkdtempSync(join(tmpdir(), 'hocba-counts-'));
  const countsFile = join(folder, 'counts');
  const options = [
    '--test',
    `--test-isolation=${group.isolation}`,
    `--test-timeout=${group.timeoutMs}`,
    `--test-reporter=${join(root, 'scripts/test/reporter.ts')}`,
    ...(group.isolation === 'process' ? [`--test-concurrency=${group.concurrency}`] : []),
    ...group.files,
  ];
  const child = spawn(process.execPath, options, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, HOCBA_TEST_COUNTS: countsFile },
  });
  const end = () => child.kill('SIGTERM');
  process.once('SIGINT', end).once('SIGTERM', end);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  process.off('SIGINT', end).off('SIGTERM', end);
  const counts = readCounts(countsFile);
  rmSync(folder, { recursive: true, force: true });
  return { ok: code === 0 && counts !== undefined, counts: counts ?? NONE };
}

function readCounts(path: string): Counts | undefined {
  try {
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Counts).reduce(sum, NONE);
  } catch {
    return undefined;
  }
}

/** The counts of two runs together. */
export function sum(a: Counts, b: Counts): Counts {
  const names = Object.keys(NONE) as (keyof Counts)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as Counts;
}

/** The lines node's runner ends with. */
export function summaryLines(counts: Counts, milliseconds: number): string {
  return [
    `ℹ tests ${counts.tests}`,
    `ℹ suites ${counts.suites}`,
    `ℹ pass ${counts.passed}`,
    `ℹ fail ${counts.failed}`,
    `ℹ cancelled ${counts.cancelled}`,
    `ℹ skipped ${counts.skipped}`,
    `ℹ todo ${counts.todo}`,
    `ℹ duration_ms ${Math.round(milliseconds)}`,
  ].join('\n');
}
