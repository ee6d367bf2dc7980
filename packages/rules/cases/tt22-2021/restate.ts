import { labelOf, promotionManners, type Score, secondaryCommendations } from '@hocba/record';
import type { GeneralSecondarySheet } from '../../src/index.ts';
import { levelNamed, subjectNamed, tenths } from './secondary-draft.ts';

type Conclusion = GeneralSecondarySheet['conclusion'];
type Levels = Conclusion['academic'];
type Restate = (sheet: GeneralSecondarySheet, value: string, what: readonly string[]) => GeneralSecondarySheet;

const moments: Readonly<Record<string, keyof Levels>> = {
  'học kì I': 'first',
  'học kì II': 'second',
  'cả năm': 'year',
  'sau hè': 'afterSummer',
};

const readers: readonly (readonly [RegExp, Restate])[] = [
  [/^học tập (.+)$/, (sheet, value, [, when = '']) => withLevel(sheet, 'academic', { when, value })],
  [/^rèn luyện (.+)$/, (sheet, value, [, when = '']) => withLevel(sheet, 'conduct', { when, value })],
  [/^lên lớp$/, (sheet, value) => concluding(sheet, { promotion: mannerNamed(value) })],
  [/^hoàn thành cấp học$/, (sheet, value) => concluding(sheet, { levelCompleted: value === 'có' })],
  [/^danh hiệu$/, (sheet, value) => concluding(sheet, { commendations: titled(value) })],
  [/^hiệu trưởng$/, (sheet, value) => concluding(sheet, { principalReason: value === 'trống' ? null : value })],
  [/^chuyên đề (.+)$/, (sheet, title, [, label = '']) => withTopic(sheet, label, title)],
  [/^(.+) (học kì I|học kì II|cả năm|sau hè)$/, (sheet, value, what) => withMark(sheet, value, what)],
];

/** The sheet with one entry of the column "Học bạ ghi lại": "học tập cả năm = Tốt", "Toán cả năm = 9,0". */
export function restate(sheet: GeneralSecondarySheet, what: string, value: string): GeneralSecondarySheet {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(what);
    if (match) return read(sheet, value, match);
  }
  throw new Error(`cột “Học bạ ghi lại” không hiểu: “${what}”`);
}

function concluding(sheet: GeneralSecondarySheet, changed: Partial<Conclusion>): GeneralSecondarySheet {
  return { ...sheet, conclusion: { ...sheet.conclusion, ...changed } };
}

function withLevel(
  sheet: GeneralSecondarySheet,
  kind: 'academic' | 'conduct',
  { when, value }: { readonly when: string; readonly value: string },
): GeneralSecondarySheet {
  const moment = moments[when];
  if (moment === undefined) throw new Error(`không có thời điểm “${when}”`);
  const level = value === 'trống' ? null : levelNamed(value);
  return concluding(sheet, { [kind]: { ...sheet.conclusion[kind], [moment]: level } });
}

function withMark(sheet: GeneralSecondarySheet, value: string, what: readonly string[]): GeneralSecondarySheet {
  const [, label = '', when = ''] = what;
  const moment = when === 'sau hè' ? 'afterReassessment' : (moments[when] ?? 'year');
  const subject = subjectNamed(label);
  return {
    ...sheet,
    subjects: sheet.subjects.map((row) => {
      if (row.subject !== subject) return row;
      if (row.form === 'byScore') {
        const score = value === 'trống' ? null : (tenths(value) as Score);
        return { ...row, marks: { ...row.marks, [moment]: score } };
      }
      const result = value === 'trống' ? null : value === 'Đạt' ? 'achieved' : 'notAchieved';
      return { ...row, marks: { ...row.marks, [moment]: result } };
    }),
  };
}

function withTopic(sheet: GeneralSecondarySheet, label: string, title: string): GeneralSecondarySheet {
  const subject = subjectNamed(label);
  const topic = { title, score: null };
  return { ...sheet, subjects: sheet.subjects.map((row) => (row.subject === subject ? { ...row, topic } : row)) };
}

function mannerNamed(label: string): Conclusion['promotion'] {
  const found = promotionManners.find((manner) => manner.label.toLowerCase() === label.toLowerCase());
  if (found) return found.id;
  if (label === 'được lên lớp sau hè') return 'promotedAfterSummer';
  throw new Error(`không có cách lên lớp “${label}”`);
}

function titled(label: string): Conclusion['commendations'] {
  return secondaryCommendations
    .filter((title) => title.label === label)
    .map(({ id }) => ({ form: 'yearTitle', title: id, text: labelOf(secondaryCommendations, id) }));
}
