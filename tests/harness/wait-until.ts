import { setTimeout as wait } from 'node:timers/promises';

/** How long to wait for what; the name stands in the error. */
export interface Patience {
  readonly what: string;
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

/** The first answer that is neither false nor null nor undefined. A condition that throws is asked again; its last error is the cause. */
export async function waitUntil<T>(
  condition: () => T | Promise<T>,
  patience: Patience,
): Promise<Exclude<T, false | null | undefined>> {
  const { what, timeoutMs = 30_000, everyMs = 50 } = patience;
  const started = performance.now();
  let cause: unknown;
  while (performance.now() - started < timeoutMs) {
    try {
      const answer = await condition();
      if (answer !== false && answer !== null && answer !== undefined)
        return answer as Exclude<T, false | null | undefined>;
    } catch (error) {
      cause = error;
    }
    await wait(everyMs);
  }
  throw new Error(`not within ${timeoutMs} ms: ${what}`, { cause });
}
