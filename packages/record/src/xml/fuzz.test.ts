import { it } from 'node:test';
import { fuzzTargets } from '../../testing/fuzz-targets.ts';
import { drawFrom } from '../../testing/mutate.ts';

/** Enough to notice a broken promise in passing; `node packages/record/testing/fuzz.ts` goes on for as long as wanted. */
const textsEach = 250;

for (const target of fuzzTargets) {
  it(`${target.name}, spoilt in ${textsEach} ways, neither crashes nor hangs`, { timeout: 10_000 }, () => {
    for (let seed = 1; seed <= textsEach; seed += 1) target.run(target.input(drawFrom(seed * 7919)));
  });
}
