import { newestVersions } from '@hocba/record';
import type { YearSheetRendition } from '../year-sheet/year-sheet-rendition.ts';

/** At least one year, oldest first. */
export type BookletYears = readonly [YearSheetRendition, ...YearSheetRendition[]];

/**
 * The years a booklet shows, oldest first: each record's newest version of a school year.
 * @throws RangeError when there is none, or they are not of one pupil and one form
 */
export function bookletYears(years: readonly YearSheetRendition[]): BookletYears {
  const newest = newestVersions(years.map(({ sheet }) => sheet));
  const [first, ...others] = years.filter(({ sheet }) => newest.includes(sheet)).toSorted(inTime);
  if (first === undefined) throw new RangeError('a booklet needs a year sheet');
  if (others.some((year) => !ofSameBooklet(year, first)))
    throw new RangeError('year sheets of more than one pupil or form');
  return [first, ...others];
}

/** A pupil who moved may have two sheets of one year: in the order they were finished. */
function inTime({ sheet: one }: YearSheetRendition, { sheet: other }: YearSheetRendition): number {
  const [a, b] = [one, other].map(({ schoolYear, carriedOverOn }) => `${schoolYear} ${carriedOverOn}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function ofSameBooklet({ sheet: one }: YearSheetRendition, { sheet: other }: YearSheetRendition): boolean {
  return one.student.studentId === other.student.studentId && formOf(one) === formOf(other);
}

/** Continuing education has a booklet for each of its two programmes. */
function formOf({ schoolLevel, grade }: YearSheetRendition['sheet']): string {
  return schoolLevel === 'continuingEducation' ? `${schoolLevel} ${grade <= 9}` : schoolLevel;
}
