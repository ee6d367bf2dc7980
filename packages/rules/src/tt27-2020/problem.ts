import type { DataProblem, Datum, LawCitation } from '../reason.ts';

/** Every way in which a primary pupil's year can be wrong. */
export const primaryProblemCodes = [
  'circularNotInForce',
  'duplicateRow',
  'subjectNotTaught',
  'scoreNotWhole',
  'scoreOutOfRange',
  'zeroScoreRejected',
  'scoreWithoutTest',
  'noEffectiveScore',
  'severalEffectiveScores',
  'commentTooLong',
  'commentMissing',
  'exemptionWithoutPlan',
  'planWithoutDisability',
  'supplementaryNotDue',
  'supplementaryLower',
  'decisionContradictsCompletion',
  'decisionBeforeSupplementary',
  'promotedWithoutPrimaryCompletion',
  'commendationNotEligible',
] as const;

export type PrimaryProblemCode = (typeof primaryProblemCodes)[number];

interface ProblemDetails {
  readonly law: LawCitation;
  readonly sentence: string;
  readonly severity?: DataProblem['severity'];
}

export function problem(datum: Datum, code: PrimaryProblemCode, details: ProblemDetails): DataProblem {
  const { law, sentence, severity = 'error' } = details;
  return { ...datum, code, severity, law, sentence: `${sentence} (${law}).` };
}
