import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzzTargets, misbehaviour } from './fuzz-targets.ts';
import { mutated, numbersFrom } from './mutations.ts';

const inputsPerTarget = 400;

for (const target of fuzzTargets) {
  test(`no altered ${target.name} makes its reader do anything but read or refuse`, () => {
    const seeds = target.seeds();
    const next = numbersFrom(20260529);
    for (const seed of seeds) assert.equal(misbehaviour(target, seed), undefined, 'a good input');
    for (let i = 0; i < inputsPerTarget; i++) {
      const input = mutated(seeds[i % seeds.length] ?? new Uint8Array(), next);
      const error = misbehaviour(target, input);
      assert.equal(error, undefined, `${String(error)} for ${Buffer.from(input).toString('hex')}`);
    }
  });
}

test('a megabyte of nothing but nesting or members is refused or read in bounded time', () => {
  const nested = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i % 2 === 0 ? 0x30 : 0x80));
  const members = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i % 2 === 0 ? 0x05 : 0x00));
  const whole = Uint8Array.from([0x30, 0x83, 0x10, 0, 0, ...members]);
  for (const target of fuzzTargets) {
    for (const input of [nested, whole]) {
      const started = performance.now();
      assert.equal(misbehaviour(target, input), undefined, target.name);
      assert.ok(performance.now() - started < 2000, target.name);
    }
  }
});
