/**
 * Tries the fuzz targets for a while. Run: node packages/record/testing/fuzz.ts [seconds] [seed]
 * Prints what broke a promise, with the seed that makes the same text again; ends with code 1 then.
 */
import { fuzzTargets } from './fuzz-targets.ts';
import { drawFrom } from './mutate.ts';

const [seconds = '60', firstSeed = '1'] = process.argv.slice(2);
const end = performance.now() + Number(seconds) * 1000;
let seed = Number(firstSeed);
for (; performance.now() < end && process.exitCode === undefined; seed += 1) {
  for (const target of fuzzTargets) {
    const draw = drawFrom(seed);
    const text = target.input(draw);
    const started = performance.now();
    try {
      target.run(text);
    } catch (error) {
      console.error(`${target.name}, seed ${seed}:`, error);
      process.exitCode = 1;
    }
    const took = performance.now() - started;
    if (took > 1000) console.error(`${target.name}, seed ${seed}: took ${Math.round(took)} ms`);
  }
}
console.log(`${(seed - Number(firstSeed)) * fuzzTargets.length} texts tried`);
