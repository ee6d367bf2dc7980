import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../check/source-tree.ts';
import { startPostgres } from '../postgres.ts';
import { type GroupResult, runGroup, sum, summaryLines } from './run-group.ts';
import { ensureSystemTools } from './system-tools.ts';
import { type TestGroup, testGroups } from './test-files.ts';

/** Checks, then every test; answers the exit code. `--only <text>`: only test files whose path contains it, unchecked. */
export async function runTests({ long }: { readonly long: boolean }): Promise<number> {
  const started = performance.now();
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  const checked = only !== undefined || runCheck();
  await ensureSystemTools();
  const groups = testGroups({ only, long });
  const results = await withDatabase((env) => runAll(groups, env));
  const counts = results.map((result) => result.counts).reduce(sum);
  console.log(`\n${summaryLines(counts, performance.now() - started)}`);
  if (!checked) console.log('npm run check: có lỗi, xem ở trên / failed, see above');
  return checked && results.every(({ ok }) => ok) && counts.tests > 0 ? 0 : 1;
}

function runCheck(): boolean {
  return (
    spawnSync(process.execPath, [join(root, 'scripts/check.ts')], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    }).status === 0
  );
}

/** One cluster for the whole run, gone afterwards; each test makes its own databases in it. */
async function withDatabase(work: (env: Record<string, string>) => Promise<GroupResult[]>): Promise<GroupResult[]> {
  const directory = mkdtempSync(join(tmpdir(), 'hocba-test-'));
  const starting = startPostgres({ directory, log: console.log });
  const end = async () => {
    await starting.then(({ stop }) => stop());
    rmSync(directory, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end().finally(() => process.exit(1)));
  }
  try {
    return await work({ HOCBA_TEST_POSTGRES: (await starting).adminUrl });
  } finally {
    await end();
  }
}

async function runAll(groups: readonly TestGroup[], env: Record<string, string>): Promise<GroupResult[]> {
  const results: GroupResult[] = [];
  for (const group of groups) {
    console.log(`\n${group.name}: ${group.files.length} files`);
    results.push(await runGroup(group, env));
  }
  return results;
}
