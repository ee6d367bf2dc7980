import type { PrimaryYearSheet } from './primary-record.ts';
import type { SecondaryYearConclusion, SecondaryYearSheet } from './secondary-record.ts';
import { primaryEducationResults } from './terms/primary-education-result.ts';
import { secondaryLevels } from './terms/secondary-level.ts';
import { labelOf } from './terms/term.ts';

/** Phần học bạ của một năm học, whatever the level: the unit that is frozen, signed, issued, locked. Told apart by `schoolLevel`. */
export type YearSheet = PrimaryYearSheet | SecondaryYearSheet;

/** The year's result in words, for lists: "Hoàn thành tốt", or "Học tập Khá, rèn luyện Tốt"; `null`: no level was given. */
export function yearResultOf(sheet: YearSheet): string | null {
  if (sheet.schoolLevel !== 'primary') return secondaryResult(sheet.conclusion);
  const { educationResult } = sheet.conclusion;
  return educationResult === null ? null : labelOf(primaryEducationResults, educationResult);
}

/** What stands for the year in the end: the level after the summer, where there is one. */
function secondaryResult({ academic, conduct }: SecondaryYearConclusion): string | null {
  const [learning, behaviour] = [academic, conduct].map(({ year, afterSummer }) => afterSummer ?? year);
  const parts = [
    ...(learning ? [`Học tập ${labelOf(secondaryLevels, learning)}`] : []),
    ...(behaviour ? [`${learning ? 'rèn luyện' : 'Rèn luyện'} ${labelOf(secondaryLevels, behaviour)}`] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}
