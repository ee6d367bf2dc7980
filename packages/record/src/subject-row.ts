import { type PrimarySubjectTerm, primarySubjectTerm } from './terms/primary-subject.ts';
import { type SecondarySubjectTerm, secondarySubjectTerm } from './terms/secondary-subject.ts';
import type { YearSheet } from './year-sheet.ts';

/** The subject of row `position` (from 1), whatever the level; undefined where the sheet has no such row. */
export function subjectTermOfRow(
  sheet: YearSheet,
  position: number,
): PrimarySubjectTerm | SecondarySubjectTerm | undefined {
  if (sheet.schoolLevel === 'primary') {
    const row = sheet.subjects[position - 1];
    return row && primarySubjectTerm(row.subject);
  }
  const row = sheet.subjects[position - 1];
  return row && secondarySubjectTerm(row.subject);
}
