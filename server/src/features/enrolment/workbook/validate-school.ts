import type { SchoolIdentity, SchoolYear } from '@hocba/record';
import { isSchoolYear, normaliseText } from '@hocba/record';
import type { ProblemList } from './problem-list.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { cellName } from './sheet-grid.ts';
import { foldTitle } from './sheet-layouts.ts';
import type { CellPlace } from './table-row.ts';
import { textOf, wholeSheet } from './table-row.ts';

export interface ImportedSchoolFacts {
  readonly school: SchoolIdentity;
  readonly schoolYear: SchoolYear;
}

interface Fact {
  readonly label: string;
  readonly pattern: RegExp;
  readonly form: string;
}

const facts = {
  schoolId: { label: 'Mã trường', pattern: /^[0-9A-Za-z.-]{4,20}$/, form: '4 đến 20 chữ số hoặc chữ cái' },
  name: { label: 'Tên trường', pattern: /^.{3,300}$/u, form: 'tên đầy đủ của trường' },
  communeCode: { label: 'Mã xã', pattern: /^\d{5}$/, form: 'đủ 5 chữ số, giữ số 0 ở đầu' },
  communeName: { label: 'Tên xã', pattern: /^.{2,150}$/u, form: 'tên đầy đủ của xã, phường, đặc khu' },
  provinceCode: { label: 'Mã tỉnh', pattern: /^\d{2}$/, form: 'đủ 2 chữ số, giữ số 0 ở đầu' },
  provinceName: { label: 'Tên tỉnh', pattern: /^.{2,150}$/u, form: 'tên đầy đủ của tỉnh, thành phố' },
  schoolYear: { label: 'Năm học', pattern: /^\d{4}-\d{4}$/, form: 'hai năm liên tiếp, ví dụ 2025-2026' },
} as const satisfies Record<string, Fact>;

/** Two columns: what, and its value. `expectedSchoolId`: the school the clerk works for. */
export function validateSchool(
  sheet: SheetGrid,
  expectedSchoolId: string | null,
  problems: ProblemList,
): ImportedSchoolFacts | null {
  const read = (fact: Fact): string | null => readFact(sheet, fact, problems);
  const { schoolYear, ...identity } = facts;
  const school = Object.fromEntries(Object.entries(identity).map(([key, fact]) => [key, read(fact)]));
  const year = read(schoolYear);
  if (year !== null && !isSchoolYear(year)) {
    problems.add({ at: placeOf(sheet, schoolYear), code: 'valueInvalid', sentence: invalid(schoolYear, year) });
    return null;
  }
  if (expectedSchoolId !== null && typeof school['schoolId'] === 'string' && school['schoolId'] !== expectedSchoolId) {
    const sentence = `tệp này của trường có mã ${school['schoolId']}, không phải trường của bạn (${expectedSchoolId}). Hãy chọn đúng tệp của trường mình.`;
    problems.add({ at: placeOf(sheet, facts.schoolId), code: 'schoolDiffers', sentence });
  }
  return year !== null && isComplete(school) ? { school, schoolYear: year } : null;
}

function isComplete(school: Record<string, string | null>): school is Record<keyof SchoolIdentity, string> {
  return Object.values(school).every((value) => value !== null);
}

function readFact(sheet: SheetGrid, fact: Fact, problems: ProblemList): string | null {
  const row = sheet.rows.find((cells) => foldTitle(String(cells[0] ?? '')) === foldTitle(fact.label));
  const value = textOf(row?.[1] ?? null);
  const at = placeOf(sheet, fact);
  if (value === null) {
    problems.add({ at, code: 'valueMissing', sentence: `chưa có ${fact.label.toLowerCase()}. Hãy điền ${fact.form}.` });
    return null;
  }
  const text = normaliseText(value).replace(/\s+/gu, ' ');
  if (fact.pattern.test(text)) return text;
  problems.add({ at, code: 'valueInvalid', sentence: invalid(fact, text) });
  return null;
}

function invalid(fact: Fact, text: string): string {
  return `${fact.label} “${text}” không hợp lệ. Hãy ghi ${fact.form}.`;
}

function placeOf(sheet: SheetGrid, fact: Fact): CellPlace {
  const index = sheet.rows.findIndex((cells) => foldTitle(String(cells[0] ?? '')) === foldTitle(fact.label));
  if (index < 0) return wholeSheet(sheet.name);
  return { sheet: sheet.name, cell: cellName(sheet.name, index, 1), row: index + 1, column: 1 };
}
