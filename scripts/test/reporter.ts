import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

/** One line a file, failures in full; the counts go to the file named in HOCBA_TEST_COUNTS for the sum at the end. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const failed: string[] = [];
  const isOneProcess = process.execArgv.concat(process.argv).includes('--test-isolation=none');
  for await (const event of events) {
    if (event.type === 'test:fail') failed.push(...failure(event.data));
    if (event.type === 'test:stderr') yield event.data.message;
    if (event.type === 'test:diagnostic' && event.data.level === 'error') yield `${event.data.message}\n`;
    if (event.type !== 'test:summary') continue;
    const { file } = event.data;
    if (file === undefined) keepCounts(event.data.counts);
    if (file !== undefined || isOneProcess) yield resultLine(file ?? 'all in one process', event.data);
    yield failed.splice(0).join('');
  }
  yield failed.join('');
}

const FOLLOWS = new Set<unknown>(['subtestsFailed', 'cancelledByParent']);

type Failure = Extract<TestEvent, { type: 'test:fail' }>['data'];
type Summary = Extract<TestEvent, { type: 'test:summary' }>['data'];

function resultLine(file: string, { success, counts, duration_ms: milliseconds }: Summary): string {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `${success ? '✓' : '✗'} ${relative('', file)}  ${counts.passed} of ${counts.tests}${skipped}, ${(milliseconds / 1000).toFixed(1)} s\n`;
}

/** A suite whose tests failed, or a test whose suite could not begin, adds nothing. */
function failure({ name, file, line, details }: Failure): string[] {
  const { error } = details;
  if ('failureType' in error && FOLLOWS.has(error.failureType)) return [];
  const place = file === undefined ? '' : `  ${relative('', file)}:${line ?? 1}\n`;
  const reason = inspect(error.cause ?? error, { colors: false, depth: 6 }).replace(/^/gm, '    ');
  return [`  ✗ ${name}\n${place}${reason}\n`];
}

function keepCounts(counts: Summary['counts']): void {
  const path = process.env['HOCBA_TEST_COUNTS'];
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(counts)}\n`);
}
