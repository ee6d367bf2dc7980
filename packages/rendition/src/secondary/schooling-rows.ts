import {
  formatPartialDate,
  formatSchoolYear,
  type SchoolingEntry,
  type SecondaryYearSheet,
  schoolingHistory,
} from '@hocba/record';

/** Một dòng của bảng QUÁ TRÌNH HỌC TẬP. */
export interface SchoolingRow {
  readonly schoolYear: string;
  readonly className: string;
  readonly school: string;
  /** What these forms have no column for. */
  readonly entry: string;
}

export function schoolingRows(schooling: readonly SchoolingEntry[]): SchoolingRow[] {
  return schooling.map(({ schoolYear, className, schoolName, place, registerNumber, enteredOn }) => ({
    schoolYear: formatSchoolYear(schoolYear),
    className,
    school: [schoolName, place].filter(Boolean).join(', '),
    entry: [
      ...(registerNumber === null ? [] : [`Số đăng bộ: ${registerNumber}`]),
      ...(enteredOn === null ? [] : [`vào học ngày ${formatPartialDate(enteredOn)}`]),
    ].join('; '),
  }));
}

/**
 * What the sheets of several years say together, oldest first: of a year they both name, the newest sheet's words; a year
 * none names is told by its own sheet.
 */
export function wholeSchooling(sheets: readonly SecondaryYearSheet[]): SchoolingEntry[] {
  const entries = new Map<string, SchoolingEntry>();
  for (const { schooling } of sheets)
    for (const entry of schooling) entries.set(`${entry.schoolYear} ${entry.className} ${entry.schoolName}`, entry);
  const named = new Set([...entries.values()].map(({ schoolYear }) => schoolYear));
  const untold = schoolingHistory(sheets).filter(({ schoolYear }) => !named.has(schoolYear));
  return [...entries.values(), ...untold].toSorted((one, other) =>
    one.schoolYear.localeCompare(other.schoolYear, 'en'),
  );
}
