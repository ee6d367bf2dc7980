import type { SchoolRecord } from './school-record.ts';
import type { SchoolYear } from './school-year.ts';
import type { YearSheet } from './year-sheet.ts';

/** Something in the run of years that asks for a look: not an error, for pupils repeat, interrupt, move and skip. */
export interface YearGap {
  readonly code: 'missing-first-grade' | 'missing-year' | 'missing-grade' | 'repeated-grade' | 'lower-grade';
  readonly schoolYear: SchoolYear;
  /** Vietnamese, whole sentence. */
  readonly sentence: string;
}

/** What is missing or out of the ordinary between the years of a record, oldest first. */
export function gapsOf({ years }: SchoolRecord): readonly YearGap[] {
  const [first] = years;
  const between = years.slice(1).flatMap((sheet, index) => gapsBetween(years[index], sheet));
  return first ? [...firstGap(first), ...between] : between;
}

function firstGap({ grade, schoolYear }: YearSheet): readonly YearGap[] {
  if ([1, 6, 10].includes(grade)) return [];
  const sentence = `Thiếu học bạ các năm trước lớp ${grade}: năm đầu tiên có là ${schoolYear}.`;
  return [{ code: 'missing-first-grade', schoolYear, sentence }];
}

function gapsBetween(before: YearSheet | undefined, sheet: YearSheet): readonly YearGap[] {
  if (!before) return [];
  const { grade, schoolYear } = sheet;
  const gaps: YearGap[] = [];
  const missed = startOf(schoolYear) - startOf(before.schoolYear) - 1;
  if (missed > 0) {
    const sentence = `Không có học bạ của ${missed} năm học giữa ${before.schoolYear} và ${schoolYear}.`;
    gaps.push({ code: 'missing-year', schoolYear, sentence });
  }
  const step = grade - before.grade;
  if (step === 0) {
    gaps.push({ code: 'repeated-grade', schoolYear, sentence: `Học lại lớp ${grade} trong năm học ${schoolYear}.` });
  }
  if (step > 1) {
    const sentence = `Thiếu học bạ giữa lớp ${before.grade} và lớp ${grade}.`;
    gaps.push({ code: 'missing-grade', schoolYear, sentence });
  }
  if (step < 0) {
    const sentence = `Năm học ${schoolYear} ghi lớp ${grade}, thấp hơn lớp ${before.grade} của năm trước.`;
    gaps.push({ code: 'lower-grade', schoolYear, sentence });
  }
  return gaps;
}

function startOf(schoolYear: SchoolYear): number {
  return Number(schoolYear.slice(0, 4));
}
