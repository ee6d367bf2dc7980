import type { YearSheet } from '@hocba/record';
import type { Cohort } from '../../profile.ts';

/** Second cohort: completed only after a supplementary assessment or the summer, not completed, or a corrected sheet. @law KH 213/KH-BGDĐT PL 2.1 */
export function cohortOf(sheet: YearSheet): Cohort {
  return completedAtOnce(sheet) && sheet.version === 1 ? 'completed' : 'notYetCompletedOrFaulty';
}

function completedAtOnce(sheet: YearSheet): boolean {
  if (sheet.schoolLevel !== 'primary') return sheet.conclusion.promotion === 'promoted';
  return sheet.conclusion.gradeCompleted && sheet.conclusion.firstEducationResult === null;
}
