import { evaluateSecondaryYear } from './tt22-2021/evaluate-secondary-year.ts';
import type { SecondaryYearInput } from './tt22-2021/secondary-year-input.ts';
import type { SecondaryYearOutcome } from './tt22-2021/secondary-year-outcome.ts';
import { evaluatePrimaryYear } from './tt27-2020/evaluate-primary-year.ts';
import type { PrimaryYearInput } from './tt27-2020/primary-year-input.ts';
import type { PrimaryYearOutcome } from './tt27-2020/primary-year-outcome.ts';

interface Evaluation {
  readonly 'TT27/2020': { readonly input: PrimaryYearInput; readonly outcome: PrimaryYearOutcome };
  readonly 'TT22/2021': { readonly input: SecondaryYearInput; readonly outcome: SecondaryYearOutcome };
}

/** A circular this package computes by; older ones are recorded as the paper says. */
export type ComputedCircular = keyof Evaluation;

const evaluators: { readonly [Id in ComputedCircular]: (input: Evaluation[Id]['input']) => Evaluation[Id]['outcome'] } =
  {
    'TT27/2020': evaluatePrimaryYear,
    'TT22/2021': evaluateSecondaryYear,
  };

/** A pupil's year by the circular that governs it ({@link findCircular}); total: faults in the data are part of the outcome. */
export function evaluateYear<Id extends ComputedCircular>(
  circular: Id,
  input: Evaluation[Id]['input'],
): Evaluation[Id]['outcome'] {
  return evaluators[circular](input);
}
