import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Finding, fuzzRound } from './fuzz-round.ts';
import { readingOf } from './fuzz-target.ts';
import { allTargets } from './targets/index.ts';

/** Enough to notice a broken promise in passing; `npm run test:long` goes on for half an hour. */
const leastInputs = 10;
const milliseconds = 150;

describe('when a good input is altered', async () => {
  for (const { target } of await allTargets()) {
    it(`${target.name} is read or refused`, async () => {
      const seeds = await target.seeds();
      for (const seed of seeds) assert.ok(typeof (await readingOf(target, seed)) === 'string', 'a good input');
      const end = performance.now() + milliseconds;
      const goOn = (number: number) => number < leastInputs || performance.now() < end;
      const findings: Finding[] = [];
      for await (const finding of fuzzRound({ target, seeds, round: 1, goOn })) findings.push(finding);
      assert.deepEqual(
        findings.map(({ number, what }) => `input ${number}: ${what}`),
        [],
      );
    });
  }
});
