/** Ngày sinh. Registers hold partial dates: `2015`, `2015-03` or `2015-03-09`. */
export type PartialDate = string;
/** Ngày, `YYYY-MM-DD`. */
export type CalendarDate = string;

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const VIETNAMESE = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/;

/** A year, a month or a day that exists, written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function isPartialDate(text: string): boolean {
  const [, year, month, day] = ISO.exec(text) ?? [];
  if (year === undefined || Number(year) < 1900) return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)));
}

export function isCalendarDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

/** Reads `9/3/2015`, `03/2015`, `2015` or the ISO forms; undefined for a date that does not exist. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const trimmed = text.trim();
  if (isPartialDate(trimmed)) return trimmed;
  const [, day, month, year] = VIETNAMESE.exec(trimmed) ?? [];
  if (year === undefined) return undefined;
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const date = parts.join('-');
  return isPartialDate(date) ? date : undefined;
}

/** "09/03/2015", "03/2015" or "2015". */
export function formatPartialDate(date: PartialDate): string {
  return date.split('-').reverse().join('/');
}

/** "ngày 09 tháng 3 năm 2015": days below 10 and months below 3 take a zero. @law NĐ30/2020 PL I */
export function formatDateInWords(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
