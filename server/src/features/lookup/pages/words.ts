import type { PublishedState } from '../lookup.tables.ts';

export type Tone = 'good' | 'wait' | 'bad' | 'quiet';

export interface StateWords {
  readonly tone: Tone;
  readonly title: string;
  readonly sentence: string;
}

/** What the public reads of each state. `day` is the effective date in Vietnamese form, where there is one. */
export function stateWords(state: PublishedState, day: string | null): StateWords {
  switch (state) {
    case 'locked':
      return { tone: 'good', title: 'Học bạ đã chốt, đang có hiệu lực', sentence: `Có hiệu lực từ ngày ${day ?? ''}.` };
    case 'received':
      return {
        tone: 'wait',
        title: 'Học bạ đã tiếp nhận, chưa chốt, chưa có hiệu lực',
        sentence: 'Trường còn có thể sửa sai sót trước ngày chốt. Hãy tra cứu lại sau khi học bạ được chốt.',
      };
    case 'recallRequested':
      return {
        tone: 'wait',
        title: 'Học bạ đang được đề nghị thu hồi',
        sentence: 'Học bạ vẫn có hiệu lực cho đến khi cơ quan quản lý quyết định.',
      };
    case 'recalled':
      return {
        tone: 'bad',
        title: 'Học bạ đã bị thu hồi',
        sentence: 'Bản này không còn giá trị. Đây không phải do tệp bị sửa: cơ quan quản lý đã cho thu hồi.',
      };
    case 'replaced':
      return { tone: 'quiet', title: 'Đã được thay bằng phiên bản sau', sentence: 'Hãy dùng phiên bản mới nhất.' };
    case 'withdrawn':
      return {
        tone: 'quiet',
        title: 'Trường đã rút học bạ này để sửa',
        sentence: 'Bản này không dùng được nữa. Trường sẽ nộp phiên bản sau.',
      };
  }
}

/** "22/11/2026" */
export function vietnameseDay(day: string): string {
  return day.split('-').reverse().join('/');
}

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});
const calendar = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** "18:05:09 ngày 22/11/2026 (giờ Việt Nam)" */
export function vietnameseTime(at: Date): string {
  return `${clock.format(at)} ngày ${calendar.format(at)} (giờ Việt Nam)`;
}

/** "1234 abcd …" in fours, as people read it out. */
export function inFours(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? code;
}
