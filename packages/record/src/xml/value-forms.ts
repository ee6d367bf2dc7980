import { isLookupCode } from '../identifiers.ts';
import { isCalendarDate, isPartialDate } from '../partial-date.ts';
import { isSchoolYear } from '../school-year.ts';
import { type Score, scoreFromTenths } from '../score.ts';
import { type SignatorySlot, slotCode, slotOfCode } from '../signatory-slot.ts';
import { ethnicGroups } from '../terms/ethnic-group.ts';
import { idOfCode, type Term, termOf } from '../terms/term.ts';
import type { ValueForm } from './content.ts';
import { findUnfriendlyCharacter } from './plain-text.ts';

/** Longest line and longest comment, in code points; the schema says the same. */
export const longestLine = 500;
export const longestComment = 10_000;

function textForm(expected: string, isRight: (text: string) => boolean): ValueForm<string> {
  return { expected, format: (text) => text, parse: (text) => (isRight(text) ? text : undefined) };
}

/** One line, not empty. */
export const line = textForm(
  `một dòng chữ không rỗng, nhiều nhất ${longestLine} ký tự, chữ dựng sẵn (NFC), không có ký tự điều khiển hay ký tự ẩn`,
  (text) =>
    text.trim() !== '' && [...text].length <= longestLine && !/[\t\n]/.test(text) && !findUnfriendlyCharacter(text),
);

/** Lines of prose; may be empty. */
export const prose = textForm(
  `văn bản nhiều nhất ${longestComment} ký tự, chữ dựng sẵn (NFC), không có ký tự điều khiển hay ký tự ẩn`,
  (text) => [...text].length <= longestComment && !findUnfriendlyCharacter(text),
);

export const identifier = textForm('mã gồm chữ cái không dấu, chữ số, “.”, “_”, “-”, nhiều nhất 40 ký tự', (text) =>
  /^[0-9A-Za-z._-]{1,40}$/.test(text),
);
export const hex32 = textForm('32 chữ số hệ mười sáu viết thường', isLookupCode);
export const communeCode = textForm('mã xã gồm 5 chữ số', (text) => /^\d{5}$/.test(text));
export const provinceCode = textForm('mã tỉnh gồm 2 chữ số', (text) => /^\d{2}$/.test(text));
export const ethnicityCode = textForm('mã dân tộc trong danh mục', (text) =>
  ethnicGroups.some(({ code }) => code === text),
);
export const calendarDate = textForm('một ngày có thật, dạng NNNN-TT-NN', isCalendarDate);
export const partialDate = textForm('năm, năm-tháng hoặc năm-tháng-ngày có thật', isPartialDate);
export const schoolYear = textForm('hai năm liên tiếp, dạng 2025-2026', isSchoolYear);

/** Exactly one text, for what a format version fixes. */
export function fixed<T extends string>(text: T): ValueForm<T> {
  return {
    expected: `đúng “${text}”`,
    format: (given) => given,
    parse: (given) => (given === text ? text : undefined),
  };
}

export function wholeNumber(least: number, most: number): ValueForm<number> {
  return {
    expected: `số nguyên từ ${least} đến ${most}`,
    format: String,
    parse(text) {
      const number = /^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : Number.NaN;
      return number >= least && number <= most ? number : undefined;
    },
  };
}

/** A number of tenths, written with a point and without a trailing zero: 85 is `8.5`, 80 is `8`. */
export function tenths(most: number): ValueForm<number> {
  return {
    expected: `số từ 0 đến ${most / 10}, nhiều nhất một chữ số thập phân, ví dụ 8 hoặc 8.5`,
    format: (given) => (given % 10 === 0 ? String(given / 10) : `${Math.floor(given / 10)}.${given % 10}`),
    parse(text) {
      const match = /^(0|[1-9]\d{0,3})(?:\.([1-9]))?$/.exec(text);
      const number = match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : Number.NaN;
      return number <= most ? number : undefined;
    },
  };
}

const hundredTenths = tenths(100);
export const score: ValueForm<Score> = {
  ...hundredTenths,
  parse(text) {
    const given = hundredTenths.parse(text);
    return given === undefined ? undefined : scoreFromTenths(given);
  },
};

/** 1 or 0, as in the sector database. */
export const flag: ValueForm<boolean> = {
  expected: '1 (có) hoặc 0 (không)',
  format: (given) => (given ? '1' : '0'),
  parse: (text) => (text === '1' ? true : text === '0' ? false : undefined),
};

/** The wire code of an entry of a code list. */
export function term<Id extends string>(terms: readonly Term<Id>[]): ValueForm<Id> {
  return {
    expected: `một trong các mã ${terms.map(({ code }) => code).join(', ')}`,
    format: (id) => termOf(terms, id).code,
    parse: (code) => idOfCode(terms, code),
  };
}

export const slot: ValueForm<SignatorySlot> = {
  expected: 'vị trí ký cn, ht, cq hoặc gv-<số thứ tự dòng>',
  format: slotCode,
  parse: slotOfCode,
};

/** One of a few numbers. */
export function oneOf<N extends number>(numbers: readonly N[]): ValueForm<N> {
  return {
    expected: `một trong các số ${numbers.join(', ')}`,
    format: String,
    parse: (text) => numbers.find((known) => String(known) === text),
  };
}
