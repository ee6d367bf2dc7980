/** Draws a whole number from 0 to below the limit. */
export type Draw = (below: number) => number;

/** Another input made of a good one; equal numbers make the same. */
export type Alter = (input: Uint8Array, draw: Draw) => Uint8Array;

/** Repeatable noise: the same seed gives the same numbers. @spec xorshift32, Marsaglia 2003 */
export function numbersFrom(seed: number): Draw {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, below);
  };
}

export function oneOf<T>(choices: readonly T[], draw: Draw): T {
  const chosen = choices[draw(choices.length)];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}
