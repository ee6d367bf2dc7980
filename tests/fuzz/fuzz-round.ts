import { setImmediate as nextTurn } from 'node:timers/promises';
import { numbersFrom, oneOf } from './alter/numbers.ts';
import { type FuzzTarget, timedReading } from './fuzz-target.ts';

/** Made again by its target, round and number: `node tests/fuzz/run.ts --target … --round … --rounds 1`. */
export interface Finding {
  readonly target: string;
  readonly round: number;
  readonly number: number;
  readonly what: string;
  /** Absent where the reader did not come back. */
  readonly input?: Uint8Array;
}

export const inputsPerRound = 400;
/** What Node frees between turns of its loop only (zlib’s buffers after an error) must not pile up here. */
const inputsPerTurn = 20;
/** A reader that computes longer than this over one file does something that grows. */
const slowestMs = 2000;
const longestInput = 1 << 20;
/** What is still read leads further in, as long as it is not much longer than what it comes from. */
const mostKept = 200;

export interface RoundOrder {
  readonly target: FuzzTarget;
  readonly seeds: readonly Uint8Array[];
  readonly round: number;
  /** Called before each input with its number; false ends the round. */
  readonly goOn: (number: number) => boolean;
}

/** Inputs made of the seeds and of what was read before in this round; equal orders try equal inputs. */
export async function* fuzzRound({
  target,
  seeds,
  round,
  goOn,
}: RoundOrder): AsyncGenerator<Finding, number, undefined> {
  const draw = numbersFrom(round * 7919 + 20260529);
  const kept = [...seeds];
  const longest = Math.min(longestInput, 5000 + 2 * Math.max(...seeds.map(({ length }) => length)));
  let number = 0;
  for (; number < inputsPerRound && goOn(number); number += 1) {
    if (number % inputsPerTurn === 0) await nextTurn();
    const input = target.alter(oneOf(kept, draw), draw);
    const { reading, milliseconds } = await timedReading(target, input);
    const finding = { target: target.name, round, number, input };
    if (typeof reading === 'object') yield { ...finding, what: describe(reading.thrown) };
    if (milliseconds > slowestMs) yield { ...finding, what: `took ${milliseconds} ms` };
    if (reading === 'read' && kept.length < mostKept && input.length < longest) kept.push(input);
  }
  return number;
}

function describe(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : `threw ${String(thrown)}`;
}
