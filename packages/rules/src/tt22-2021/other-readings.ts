import { evaluateSecondaryYear } from './evaluate-secondary-year.ts';
import { type SecondaryParameters, secondaryParameterNotes, secondaryParameters } from './parameters.ts';
import type { SecondaryYearInput } from './secondary-year-input.ts';
import type { SecondaryYearOutcome } from './secondary-year-outcome.ts';

/** The same year under another setting of one parameter. */
export interface OtherReading {
  /** The parameter and its setting, in words. */
  readonly words: string;
  readonly parameters: Partial<SecondaryParameters>;
  readonly outcome: SecondaryYearOutcome;
}

/** Every reading of the circular that nobody chose: one parameter at a time, those set by the profile left alone. */
export function otherReadings(input: SecondaryYearInput): readonly OtherReading[] {
  const chosen: Partial<SecondaryParameters> = input.parameters ?? {};
  const used = secondaryParameters(chosen);
  return Object.entries(secondaryParameterNotes).flatMap(([name, { label, settings }]) =>
    Object.entries(settings)
      .filter(([setting]) => !Object.hasOwn(chosen, name) && used[name as keyof SecondaryParameters] !== setting)
      .map(([setting, inWords]) => {
        const parameters = { ...chosen, [name]: setting };
        const outcome = evaluateSecondaryYear({ ...input, parameters });
        return { words: `${label}: ${inWords}`, parameters, outcome };
      }),
  );
}
