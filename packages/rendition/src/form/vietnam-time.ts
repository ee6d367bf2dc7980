import { formatPartialDate } from '@hocba/record';

const VIETNAM_OFFSET = 7 * 3_600_000;

/** An instant (ISO 8601) in Vietnam's time: “10:22:31 ngày 05/06/2026 (GMT+7)”. */
export function vietnamTime(instant: string): string {
  const iso = new Date(Date.parse(instant) + VIETNAM_OFFSET).toISOString();
  return `${iso.slice(11, 19)} ngày ${formatPartialDate(iso.slice(0, 10))} (GMT+7)`;
}
