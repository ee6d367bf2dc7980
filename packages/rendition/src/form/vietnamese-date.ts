import type { CalendarDate, PartialDate } from '@hocba/record';

const VIETNAM_OFFSET = 7 * 3_600_000;

/** `2015-03-09` → 09/03/2015, `2015-03` → 03/2015, `2015` → 2015. */
export function slashDate(date: PartialDate): string {
  return date.split('-').reverse().join('/');
}

/** “Củ Chi, ngày 29 tháng 5 năm 2026”: months 1 and 2 and days below 10 with a zero, as official letters are dated. @law NĐ30/2020 Phụ lục I */
export function placeAndDate(place: string, date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const shownMonth = Number(month) <= 2 ? month : String(Number(month));
  return `${place}, ngày ${day} tháng ${shownMonth} năm ${year}`;
}

/** An instant in Vietnam's time: “10:22:31 ngày 05/06/2026 (GMT+7)”. */
export function vietnamTime(instant: string): string {
  const iso = new Date(Date.parse(instant) + VIETNAM_OFFSET).toISOString();
  return `${iso.slice(11, 19)} ngày ${slashDate(iso.slice(0, 10))} (GMT+7)`;
}
