import { formatPartialDate } from '@hocba/record';

const VIETNAM_OFFSET = 7 * 3_600_000;

/** An instant (ISO 8601) in Vietnam's time: “10:22:31 ngày 05/06/2026 (GMT+7)”. */
export function vietnamTime(instant: string): string {
  const { time, date } = inVietnam(instant);
  return `${time} ngày ${date} (GMT+7)`;
}

/** The same where there is little room: “10:22:31 05/06/2026”. */
export function shortVietnamTime(instant: string): string {
  const { time, date } = inVietnam(instant);
  return `${time} ${date}`;
}

function inVietnam(instant: string): { time: string; date: string } {
  const iso = new Date(Date.parse(instant) + VIETNAM_OFFSET).toISOString();
  return { time: iso.slice(11, 19), date: formatPartialDate(iso.slice(0, 10)) };
}
