import { runTests } from './test/run-tests.ts';

/** `npm run test:long`: every test, and those in *.long.test.ts. */
process.exitCode = await runTests({ long: true }).catch(explain);

function explain(error: unknown): number {
  console.error(error instanceof Error ? error.message : error);
  return 1;
}
