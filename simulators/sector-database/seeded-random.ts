/** A stream of numbers fixed by its seed: the same seed always gives the same school. */
export interface SeededRandom {
  /** In [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Chooses by weight; weights need not add up to 1. */
  pickWeighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** Bell-shaped, mean 0, deviation about 1. */
  bell(): number;
  /** An independent stream: drawing from it does not move this one. */
  fork(label: string): SeededRandom;
}

export function seededRandom(seed: string): SeededRandom {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const random: SeededRandom = {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (choices) => at(choices, Math.floor(next() * choices.length)),
    pickWeighted: (choices) => weighted(choices, next()),
    bell: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
    fork: (label) => seededRandom(`${seed}/${label}`),
  };
  return random;
}

function at<T>(choices: readonly T[], index: number): T {
  const choice = choices[index];
  if (choice === undefined) throw new RangeError('nothing to choose from');
  return choice;
}

function weighted<T>(choices: readonly (readonly [T, number])[], fraction: number): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = fraction * total;
  for (const [choice, weight] of choices) {
    rest -= weight;
    if (rest < 0) return choice;
  }
  return at(choices, choices.length - 1)[0];
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value | 0;
}
