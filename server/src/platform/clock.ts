/** The one place that knows the time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The day in Vietnam, `YYYY-MM-DD`: deadlines and effective dates are days there. */
export function vietnamDay(at: Date): string {
  return new Date(at.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}
