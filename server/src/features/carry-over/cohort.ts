import type { YearSheet } from '@hocba/record';
import type { Cohort } from '../../profile.ts';

/** Second cohort: completed only after a supplementary assessment, not completed, or a corrected sheet. @law KH 213/KH-BGDĐT PL 2.1 */
export function cohortOf(sheet: YearSheet): Cohort {
  const { gradeCompleted, firstEducationResult } = sheet.conclusion;
  const first = gradeCompleted && firstEducationResult === null && sheet.version === 1;
  return first ? 'completed' : 'notYetCompletedOrFaulty';
}
