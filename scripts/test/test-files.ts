import { globSync } from 'node:fs';
import { root } from '../check/source-tree.ts';

/** Test files that may run in one process, or one process each, so many at once. */
export interface TestGroup {
  readonly name: string;
  readonly files: readonly string[];
  readonly isolation: 'none' | 'process';
  readonly concurrency: number;
  readonly timeoutMs: number;
}

const PURE = /^packages\/(record|rules|protocol|transparency|verify)\//;
const STORY = /^tests\/stories\//;

/** Every test file once, grouped, those of `only` if given; files named .long.test.ts only when asked. */
export function testGroups(wish: { readonly only: string | undefined; readonly long: boolean }): TestGroup[] {
  const files = globSync('{packages,server,cli,agent,simulators,web,scripts,bench,tests}/**/*.test.{ts,tsx}', {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  })
    .filter((path) => wish.only === undefined || path.includes(wish.only))
    .filter((path) => wish.long || !path.includes('.long.test.'))
    .sort();
  const rest = files.filter((path) => !PURE.test(path) && !STORY.test(path));
  const groups: TestGroup[] = [
    {
      name: 'packages',
      files: files.filter((path) => PURE.test(path)),
      isolation: 'none',
      concurrency: 1,
      timeoutMs: 120_000,
    },
    { name: 'programs', files: rest, isolation: 'process', concurrency: 2, timeoutMs: 300_000 },
    {
      name: 'stories',
      files: files.filter((path) => STORY.test(path)),
      isolation: 'process',
      concurrency: 1,
      timeoutMs: 1_800_000,
    },
  ];
  return groups.filter((group) => group.files.length > 0);
}
