/**
 * Tries altered inputs on the readers for a while, or repeats one round of one of them.
 * Run: node tests/fuzz/run.ts [--minutes 1] [--target name]… [--round 1] [--rounds 1]; ends with code 1 after a finding.
 */
import { parseArgs } from 'node:util';
import { resultLines, runLanes } from './run-lanes.ts';
import { allTargets } from './targets/index.ts';

const text = { type: 'string' } as const;
const options = { minutes: text, round: text, rounds: text, target: { type: 'string', multiple: true } } as const;
const { minutes = '1', round = '1', rounds = '1000000', target: wanted } = parseArgs({ options }).values;

const order = {
  targets: (await allTargets())
    .map(({ group, name }) => ({ group, name }))
    .filter(({ name }) => wanted?.includes(name) ?? true),
  ...{ minutes: Number(minutes), lanes: 2, firstRound: Number(round), rounds: Number(rounds) },
};
let tried = 0;
let findings = 0;
await runLanes(order, (result) => {
  tried += result.tried;
  findings += result.findings.length;
  console.log(resultLines(result));
});
console.log(`${tried} inputs, ${findings} findings`);
process.exitCode = findings > 0 ? 1 : 0;
