import { labelOf, primaryEducationResults } from '@hocba/record';
import { pupilText as text } from '../../labels/entry.ts';
import type { Outcome } from './outcome.ts';

/** Kết quả giáo dục as the form says it, or why there is none. */
export function resultInWords({ result: { level } }: Outcome, withheld: boolean): string {
  if (level) return labelOf(primaryEducationResults, level);
  return withheld ? text.resultWithheld : text.resultPending;
}
