import type { CalendarDate, PartialDate } from '@hocba/record';
import { isCalendarDate, parsePartialDate } from '@hocba/record';
import { textProblem } from '../../../platform/text-problem.ts';
import type { ProblemList } from './problem-list.ts';
import type { CellContent } from './sheet-grid.ts';
import { foldTitle } from './sheet-layouts.ts';
import type { TableRow } from './table-row.ts';
import { isoDate } from './table-row.ts';
import type { ProblemCode, ProblemPupil } from './workbook-problem.ts';

const longestLine = 300;

/** A field by its column and by the name the reader knows it under. */
export interface Field<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

/** Reads the fields of one row; what is wrong goes to the list and reads as null. */
export interface RowFields<Key extends string> {
  report(key: Key, code: ProblemCode, sentence: string): void;
  warn(key: Key, code: ProblemCode, sentence: string): void;
  required(field: Field<Key>): string | null;
  optional(field: Field<Key>): string | null;
  comment(field: Field<Key>, maxLength: number): string;
  /** One of a fixed list, compared without regard to case; null when empty or not in it. */
  choice<Value>(field: Field<Key>, choices: ReadonlyMap<string, Value>): Value | null;
  partialDate(field: Field<Key>): PartialDate | null;
  calendarDate(field: Field<Key>): CalendarDate | null;
  /** A code whose leading zeros a spreadsheet may have eaten: a number is filled up to `digits`, with a warning. */
  code(field: Field<Key>, digits: number | null): string | null;
}

export interface RowContext {
  readonly problems: ProblemList;
  readonly pupil?: ProblemPupil | null;
}

export function rowFields<Key extends string>(
  row: TableRow<Key>,
  { problems, pupil = null }: RowContext,
): RowFields<Key> {
  const report: RowFields<Key>['report'] = (key, code, sentence) =>
    problems.add({ at: row.at(key), code, sentence, pupil });
  const warn: RowFields<Key>['warn'] = (key, code, sentence) =>
    problems.add({ at: row.at(key), code, sentence, pupil, severity: 'warning' });
  const checked = (text: string | null, { key, label }: Field<Key>, maxLength: number): string | null => {
    if (text === null) return null;
    const problem = textProblem(text);
    if (problem !== null) {
      report(key, 'characterInvalid', `${label} ${problem}`);
      return null;
    }
    const length = [...text].length;
    if (length <= maxLength) return text;
    report(key, 'valueTooLong', `${label} dài ${length} ký tự, chỉ nhận đến ${maxLength}. Hãy rút ngắn nội dung.`);
    return null;
  };
  const optional: RowFields<Key>['optional'] = (field) => checked(row.line(field.key), field, longestLine);
  const required: RowFields<Key>['required'] = (field) => {
    if (row.line(field.key) !== null) return optional(field);
    report(field.key, 'valueMissing', `chưa có ${lowerFirst(field.label)}. Hãy điền rồi tải lên lại.`);
    return null;
  };
  const partialDate: RowFields<Key>['partialDate'] = ({ key, label }) => {
    const date = dateOf(row.raw(key), row.line(key));
    if (date !== undefined) return date;
    const sentence = `${label} “${row.line(key) ?? ''}” không phải là ngày có thật. Hãy ghi dạng ngày/tháng/năm, ví dụ 09/03/2015.`;
    report(key, 'dateInvalid', sentence);
    return null;
  };
  return {
    report,
    warn,
    required,
    optional,
    comment: (field, maxLength) => checked(row.text(field.key), field, maxLength) ?? '',
    choice: (field, choices) => readChoice({ row, field, choices, report }),
    partialDate,
    calendarDate: (field) => {
      const date = partialDate(field);
      if (date === null || isCalendarDate(date)) return date;
      report(field.key, 'dateInvalid', `${field.label} thiếu ngày hoặc tháng. Hãy ghi đủ ngày/tháng/năm.`);
      return null;
    },
    code: (field, digits) => {
      const text = optional(field);
      const isNumber = typeof row.raw(field.key) === 'number';
      if (text === null || !isNumber || digits === null || !/^\d+$/.test(text) || text.length >= digits) return text;
      const restored = text.padStart(digits, '0');
      const sentence = `${field.label} bị mất số 0 ở đầu, hệ thống đọc là ${restored}. Hãy đối chiếu lại.`;
      warn(field.key, 'leadingZeroRestored', sentence);
      return restored;
    },
  };
}

interface ChoiceReading<Key extends string, Value> {
  readonly row: TableRow<Key>;
  readonly field: Field<Key>;
  readonly choices: ReadonlyMap<string, Value>;
  readonly report: RowFields<Key>['report'];
}

function readChoice<Key extends string, Value>({
  row,
  field,
  choices,
  report,
}: ChoiceReading<Key, Value>): Value | null {
  const text = row.line(field.key);
  if (text === null) return null;
  const folded = foldTitle(text);
  for (const [name, value] of choices) if (foldTitle(name) === folded) return value;
  const allowed = [...choices.keys()].map((name) => `“${name}”`).join(', ');
  report(
    field.key,
    'valueInvalid',
    `${field.label} “${text}” không hợp lệ. Hãy ghi một trong các giá trị: ${allowed}.`,
  );
  return null;
}

/** Null for an empty cell, undefined for something that is no date. A plain number is a year or a spreadsheet's day count. */
function dateOf(raw: CellContent, text: string | null): PartialDate | null | undefined {
  if (text === null) return null;
  if (raw instanceof Date) return isoDate(raw) || undefined;
  if (typeof raw !== 'number' || raw < 10_000) return parsePartialDate(text);
  const excelEpoch = Date.UTC(1899, 11, 30);
  return raw < 110_000 ? isoDate(new Date(excelEpoch + Math.floor(raw) * 86_400_000)) : undefined;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
