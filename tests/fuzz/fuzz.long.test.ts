import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultLines, runLanes, type TargetResult } from './run-lanes.ts';
import { allTargets } from './targets/index.ts';

/** All readers together; FUZZ_MINUTES makes it shorter or longer, FUZZ_ROUND tries other inputs. */
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 30);
const firstRound = Number(process.env['FUZZ_ROUND'] ?? 1);

const targets = (await allTargets()).map(({ group, name }) => ({ group, name }));
const timeout = 2 * minutes * 60_000 + 600_000;

test(`${minutes} minutes of altered inputs, from round ${firstRound} on, break no reader`, { timeout }, async () => {
  const results: TargetResult[] = [];
  await runLanes({ targets, minutes, lanes: 2, firstRound, rounds: Number.MAX_SAFE_INTEGER }, (result) => {
    results.push(result);
    console.log(resultLines(result));
  });
  const findings = results.flatMap((result) => result.findings);
  assert.equal(findings.length, 0, results.map(resultLines).join('\n'));
  assert.ok(results.every(({ tried }) => tried > 0));
});
