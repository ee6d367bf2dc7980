import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { type Finding, fuzzRound } from './fuzz-round.ts';
import { readingOf } from './fuzz-target.ts';
import { findTarget, type TargetPlace } from './targets/index.ts';

/** One target for a while. */
export interface FuzzTask {
  readonly place: TargetPlace;
  readonly firstRound: number;
  readonly rounds: number;
  readonly milliseconds: number;
  /** Round, number in it, inputs tried: for whoever waits for an input that does not come back. */
  readonly where: Int32Array;
}

export type FuzzMessage = { readonly finding: Finding } | 'begin' | 'end';

/** What readers keep for the next time is bounded, at 32 MB of each kind; more than this is growth. */
const mostGrown = 128 << 20;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const send = (message: FuzzMessage): void => parentPort?.postMessage(message);
await run(workerData as FuzzTask);
send('end');

async function run({ place, firstRound, rounds, milliseconds, where }: FuzzTask): Promise<void> {
  const target = await findTarget(place);
  const seeds = await target.seeds();
  for (const seed of seeds) await readingOf(target, seed);
  send('begin');
  const end = performance.now() + milliseconds;
  let settled: number | undefined;
  let round = firstRound;
  for (; round < firstRound + rounds && performance.now() < end; round += 1) {
    const goOn = (number: number) => {
      Atomics.store(where, 0, round);
      Atomics.store(where, 1, number);
      Atomics.add(where, 2, 1);
      return performance.now() < end;
    };
    for await (const finding of fuzzRound({ target, seeds, round, goOn })) send({ finding });
    settled ??= await usedBytes();
  }
  const grown = (await usedBytes()) - (settled ?? 0);
  if (grown > mostGrown)
    send({ finding: { target: target.name, round, number: 0, what: `grew by ${grown >> 20} MB` } });
}

/** Twice: what the first finds dead is given back in the turn after it. */
async function usedBytes(): Promise<number> {
  for (const _ of [1, 2]) {
    collectGarbage();
    await nextTurn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
