import type { YearSheet } from '../src/index.ts';
import { hardestLowerSecondarySheet, hardestUpperSecondarySheet } from './hardest-sheets.ts';
import { perSubjectSheet, sampleSheet } from './sample-sheet.ts';
import { continuingSheet, lowerSecondarySheet, upperSecondarySheet } from './secondary-samples.ts';

/** Every sample, of every level. */
export const everySheet: readonly YearSheet[] = [
  sampleSheet,
  perSubjectSheet,
  lowerSecondarySheet,
  upperSecondarySheet,
  continuingSheet,
  hardestLowerSecondarySheet,
  hardestUpperSecondarySheet,
];
