import type { YearSheetRendition } from '../year-sheet/year-sheet-rendition.ts';

/** All a booklet is made of: years of one pupil at one level, each as its own record has it. */
export interface BookletRendition {
  /** In any order, of one or several schools; of several versions of a year the newest is shown. */
  readonly years: readonly YearSheetRendition[];
}
