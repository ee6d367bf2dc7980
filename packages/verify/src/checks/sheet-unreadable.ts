import { type Problem, unknown } from './problem.ts';

/** For every check that needs what the record says. */
export const sheetUnreadable: Problem = unknown(
  'sheet-unreadable',
  'Nội dung học bạ không đọc được nên không kiểm tra được.',
);
