import { UsageError } from '../usage-error.ts';

/** The time of `--at`, epoch milliseconds; now unless given. Throws UsageError. */
export function timeOf(given: string | undefined, now = Date.now()): number {
  const at = given === undefined ? now : Date.parse(given);
  if (Number.isFinite(at)) return at;
  throw new UsageError(`--at “${given}” không phải thời điểm; viết như 2026-06-01T08:00:00+07:00.`);
}
