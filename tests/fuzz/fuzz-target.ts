import type { Alter } from './alter/numbers.ts';

/** A reader of bytes from strangers. It returns, or throws its package's own refusal, in bounded time and memory. */
export interface FuzzTarget {
  readonly name: string;
  readonly read: (bytes: Uint8Array) => unknown;
  /** What it may throw; a target without is total: whatever stands in the bytes becomes an answer. */
  readonly refusal?: abstract new (
    ...given: never[]
  ) => Error;
  /** Good inputs to start from. */
  readonly seeds: () => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  readonly alter: Alter;
}

export type Reading = 'read' | 'refused' | { readonly thrown: unknown };

/** What the target did with these bytes. */
export async function readingOf({ read, refusal }: FuzzTarget, bytes: Uint8Array): Promise<Reading> {
  try {
    await read(bytes);
    return 'read';
  } catch (thrown) {
    return refusal !== undefined && thrown instanceof refusal ? 'refused' : { thrown };
  }
}

/** The same with the processor time its thread took, in milliseconds: a busy machine changes nothing in it. */
export async function timedReading(target: FuzzTarget, bytes: Uint8Array) {
  const before = process.threadCpuUsage();
  const reading = await readingOf(target, bytes);
  const { user, system } = process.threadCpuUsage(before);
  return { reading, milliseconds: Math.round((user + system) / 1000) };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
