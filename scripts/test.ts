import { runTests } from './test/run-tests.ts';

/** `npm test`. */
process.exitCode = await runTests({ long: false }).catch(explain);

function explain(error: unknown): number {
  console.error(error instanceof Error ? error.message : error);
  return 1;
}
