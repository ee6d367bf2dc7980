const clock = new Intl.DateTimeFormat('vi-VN', {
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false },
  timeZone: 'Asia/Ho_Chi_Minh',
});
const calendar = new Intl.DateTimeFormat('vi-VN', {
  ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** "18:05:09 ngày 22/11/2026 (giờ Việt Nam)", of ISO 8601 or epoch ms; empty where it is no time. */
export function vietnamTime(at: string | number): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return '';
  return `${clock.format(time)} ngày ${calendar.format(time)} (giờ Việt Nam)`;
}
