import { formatPartialDate, parsePartialDate } from '@hocba/record';
import type { PublishedRecord } from './published.store.ts';

/** What whoever holds a look-up code is told: enough to know the record by, no more. */
export interface CodeHolderView {
  readonly state: PublishedRecord['state'];
  readonly effectiveDate: string | null;
  /** "T. M. Thư" */
  readonly maskedName: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly schoolYear: string;
  readonly grade: number;
  readonly className: string;
  readonly version: number;
  readonly xmlSha256: string;
  readonly pdfSha256: string;
}

export function viewForCodeHolder(record: PublishedRecord): CodeHolderView {
  const { state, effectiveDate, schoolId, schoolName, schoolYear, grade, className, version } = record;
  return {
    state,
    effectiveDate,
    maskedName: maskName(record.studentName),
    schoolId,
    schoolName,
    schoolYear,
    grade,
    className,
    version,
    xmlSha256: record.xmlDigest,
    pdfSha256: record.pdfDigest,
  };
}

/** Initials, and the given name, which alone is shared by many: "Trần Minh Thư" → "T. M. Thư". */
export function maskName(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  const given = words.pop() ?? '';
  return [...words.map((word) => `${[...word][0] ?? ''}.`), given].join(' ');
}

/**
 * Files only for who also knows the birth date, written as on the record: the day, or where the record has only a month
 * or a year just that.
 */
export function knowsBirthDate(entered: string, record: Pick<PublishedRecord, 'birthDate'>): boolean {
  return parsePartialDate(entered) === record.birthDate;
}

/** Whether it can be a birth date at all; what cannot be one is a slip, not a guess. */
export function isBirthDate(entered: string): boolean {
  return parsePartialDate(entered) !== undefined;
}

/** "09/03/2015", "03/2015" or "2015", by which form of date is asked for. */
export function birthDateForm(record: Pick<PublishedRecord, 'birthDate'>): string {
  const written = formatPartialDate(record.birthDate);
  return ['năm', 'tháng/năm', 'ngày/tháng/năm'][written.split('/').length - 1] ?? 'ngày/tháng/năm';
}

/** Wrong birth dates before a code is closed for a while. */
export const attemptsAllowed = 5;
export const closedForMs = 60 * 60 * 1000;

/** A code as people type it: blanks and dashes dropped; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(code) ? code : undefined;
}
