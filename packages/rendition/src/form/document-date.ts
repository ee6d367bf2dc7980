import type { CalendarDate } from '@hocba/record';
import type { RenderedSignature } from './rendered-signature.ts';
import type { DocumentMeta } from './view.ts';

/** The last signature's time, or the day of carry-over: never a clock's, so that a re-rendition is the same file. */
export function documentDate(
  signatures: readonly RenderedSignature[],
  carriedOverOn: CalendarDate,
): DocumentMeta['date'] {
  const times = signatures.map(({ signedAt }) => Date.parse(signedAt));
  const date = new Date(times.length > 0 ? Math.max(...times) : Date.parse(`${carriedOverOn}T00:00:00Z`));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}
