import type { TimestampInfo } from './timestamp-token.ts';

/**
 * Which of two tokens was made first, or undefined where their times do not tell: an authority that orders its own tokens is
 * believed, otherwise the times must lie further apart than both may be wrong. `sameAuthority`: one key made both.
 * @spec RFC 3161 2.4.2
 */
export function earlierOf(
  [a, b]: readonly [TimestampInfo, TimestampInfo],
  sameAuthority: boolean,
): TimestampInfo | undefined {
  if (a.genTime === b.genTime) return undefined;
  const [earlier, later] = a.genTime < b.genTime ? [a, b] : [b, a];
  if (sameAuthority && a.ordering && b.ordering) return earlier;
  const doubt = (earlier.accuracy ?? 0) + (later.accuracy ?? 0);
  return later.genTime - earlier.genTime > doubt ? earlier : undefined;
}
