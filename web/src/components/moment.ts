const time = new Intl.DateTimeFormat('vi-VN', {
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Asia/Ho_Chi_Minh',
});
const day = new Intl.DateTimeFormat('vi-VN', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** "14:05 22/11/2026", Vietnam's time. */
export function formatMoment(iso: string): string {
  return time.format(new Date(iso));
}

/** "22/11/2026" of a day or a moment. */
export function formatDay(iso: string): string {
  return iso.length === 10 ? iso.split('-').reverse().join('/') : day.format(new Date(iso));
}

/** "1.234" */
export function formatCount(count: number): string {
  return count.toLocaleString('vi-VN');
}
