const clock = new Intl.DateTimeFormat('vi-VN', {
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** Epoch milliseconds as people in Vietnam read a time. */
export function vietnamTime(epoch: number | undefined): string {
  return epoch === undefined ? 'không rõ lúc nào' : clock.format(epoch);
}
