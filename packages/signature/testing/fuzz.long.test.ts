import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzzTargets, misbehaviour } from './fuzz-targets.ts';
import { mutated, numbersFrom } from './mutations.ts';

/** All readers together; FUZZ_MINUTES makes it shorter or longer. */
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 30);
/** A reader that takes longer than this for a few kilobytes does something that grows. */
const slowest = 1000;
const mostSeeds = 200;
const longestSeed = 5000;

for (const target of fuzzTargets) {
  test(`${target.name}: ${(minutes / fuzzTargets.length).toFixed(1)} minutes of altered inputs`, () => {
    const seeds = [...target.seeds()];
    const next = numbersFrom(20260529);
    const end = performance.now() + (minutes * 60_000) / fuzzTargets.length;
    while (performance.now() < end) {
      const input = mutated(seeds[next(seeds.length)] ?? new Uint8Array(), next);
      const started = performance.now();
      const error = misbehaviour(target, input);
      const hex = () => Buffer.from(input).toString('hex');
      assert.equal(error, undefined, `${String(error)} for ${hex()}`);
      assert.ok(performance.now() - started < slowest, `slow for ${hex()}`);
      if (seeds.length < mostSeeds && input.length < longestSeed && isRead(target.read, input)) seeds.push(input);
    }
  });
}

/** What is still read leads further in. */
function isRead(read: (bytes: Uint8Array) => unknown, input: Uint8Array): boolean {
  try {
    read(input);
    return true;
  } catch {
    return false;
  }
}
