import type { Alter, Draw } from './numbers.ts';

/** A way to alter text, for readers that take its octets. */
export function asBytes(alter: (text: string, draw: Draw) => string): Alter {
  return (input, draw) => new TextEncoder().encode(alter(new TextDecoder().decode(input), draw));
}
