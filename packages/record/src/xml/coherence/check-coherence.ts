import type { YearSheet } from '../../year-sheet.ts';
import { rootNames } from '../names/frame-names.ts';
import type { ReadProblem } from '../read-problem.ts';
import { checkPrimaryCoherence } from './primary-coherence.ts';
import { checkRowsAndSlots } from './rows-and-slots.ts';
import { checkSecondaryCoherence } from './secondary-coherence.ts';

/**
 * What must hold between the fields, beyond what a schema can say. Says nothing of how results come about: that is for
 * the rules. Writer and reader both ask.
 */
export function checkCoherence(sheet: YearSheet): readonly ReadProblem[] {
  const root = rootNames[sheet.schoolLevel].name;
  const ofLevel = sheet.schoolLevel === 'primary' ? checkPrimaryCoherence(sheet) : checkSecondaryCoherence(sheet);
  return [...ofLevel, ...checkRowsAndSlots(sheet)].map((problem) => ({ ...problem, path: `${root}/${problem.path}` }));
}
