import { evaluatePrimaryYear } from './tt27-2020/evaluate-primary-year.ts';
import type { PrimaryYearInput } from './tt27-2020/primary-year-input.ts';
import type { PrimaryYearOutcome } from './tt27-2020/primary-year-outcome.ts';

/** A pupil's year by the circular that governs it ({@link findCircular}); total: faults in the data are part of the outcome. */
export function evaluateYear(circular: 'TT27/2020', input: PrimaryYearInput): PrimaryYearOutcome {
  switch (circular) {
    case 'TT27/2020':
      return evaluatePrimaryYear(input);
  }
}
