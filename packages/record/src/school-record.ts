import type { SchoolYear } from './school-year.ts';
import type { SchoolingEntry } from './schooling-entry.ts';
import type { StudentProfile } from './student-profile.ts';
import type { SchoolLevel } from './terms/school-level.ts';
import type { YearSheet } from './year-sheet.ts';

/** Học bạ of one pupil at one level: profile, schooling history, the sheets of its years. */
export interface SchoolRecord {
  readonly recordId: string;
  readonly schoolLevel: SchoolLevel;
  /** As the newest sheet has it. */
  readonly student: StudentProfile;
  /** Quá trình học tập, oldest first. */
  readonly schooling: readonly SchoolingEntry[];
  /** The newest version of each school year, oldest first; at least one. */
  readonly years: readonly YearSheet[];
}

/** Why sheets do not make one record. */
export interface SchoolRecordProblem {
  readonly code: 'no-sheet' | 'other-record' | 'other-level' | 'other-student';
  /** Vietnamese, whole sentence. */
  readonly sentence: string;
}

/** Puts year sheets together, in whatever order and versions they come. */
export function assembleSchoolRecord(
  sheets: readonly YearSheet[],
): { readonly record: SchoolRecord } | { readonly problems: readonly SchoolRecordProblem[] } {
  const years = newestVersions(sheets);
  const newest = years.at(-1);
  if (!newest) return { problems: [{ code: 'no-sheet', sentence: 'Chưa có học bạ của năm học nào.' }] };
  const problems = years.flatMap((sheet) => strangeness(sheet, newest));
  if (problems.length > 0) return { problems };
  const { recordId, schoolLevel, student } = newest;
  return { record: { recordId, schoolLevel, student, schooling: schoolingHistory(years), years } };
}

/** Of each record's school year the highest version, oldest year first. */
export function newestVersions(sheets: readonly YearSheet[]): readonly YearSheet[] {
  const replaced = (sheet: YearSheet) =>
    sheets.some(
      (other) =>
        other.recordId === sheet.recordId && other.schoolYear === sheet.schoolYear && other.version > sheet.version,
    );
  return sheets.filter((sheet) => !replaced(sheet)).toSorted((a, b) => compare(a.schoolYear, b.schoolYear));
}

/**
 * What the newest sheet that states a history says, and after it the years that only their own sheets tell of. Nothing
 * is made up for years between.
 */
export function schoolingHistory(years: readonly YearSheet[]): readonly SchoolingEntry[] {
  const stated = years.findLast(({ schooling }) => schooling !== undefined && schooling.length > 0)?.schooling ?? [];
  const known = new Set(stated.map(({ schoolYear }) => schoolYear));
  const own = years.filter(({ schoolYear }) => !known.has(schoolYear)).map(entryOf);
  return [...stated, ...own].toSorted((a, b) => compare(a.schoolYear, b.schoolYear));
}

function entryOf({ schoolYear, className, school }: YearSheet): SchoolingEntry {
  const place = `${school.communeName}, ${school.provinceName}`;
  return { schoolYear, className, schoolName: school.name, place, registerNumber: null, enteredOn: null };
}

function compare(a: SchoolYear, b: SchoolYear): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function strangeness(sheet: YearSheet, newest: YearSheet): readonly SchoolRecordProblem[] {
  const which = `Học bạ năm học ${sheet.schoolYear}`;
  const problems: SchoolRecordProblem[] = [];
  if (sheet.recordId !== newest.recordId) {
    problems.push({ code: 'other-record', sentence: `${which} có mã định danh học bạ khác.` });
  }
  if (programmeOf(sheet) !== programmeOf(newest)) {
    problems.push({ code: 'other-level', sentence: `${which} thuộc cấp học khác.` });
  }
  if (sheet.student.studentId !== newest.student.studentId) {
    problems.push({ code: 'other-student', sentence: `${which} ghi mã học sinh khác.` });
  }
  return problems;
}

/** Continuing education has a record for each of its two programmes. */
function programmeOf({ schoolLevel, grade }: YearSheet): string {
  return schoolLevel === 'continuingEducation' ? `${schoolLevel} ${grade <= 9 ? 'THCS' : 'THPT'}` : schoolLevel;
}
