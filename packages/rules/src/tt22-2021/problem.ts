import type { DataProblem, Datum, LawCitation } from '../reason.ts';

/** Every way in which a secondary pupil's year can be wrong. */
export const secondaryProblemCodes = [
  'circularNotInForce',
  'duplicateRow',
  'subjectNotTaught',
  'chosenSubjectsCount',
  'wrongForm',
  'scoreOutOfRange',
  'scoreNotInTenths',
  'tooManyRegularScores',
  'tooManyAssessments',
  'averageDiffers',
  'exemptionWithoutPlan',
  'absencesNotWhole',
  'summerTrainingNotDue',
  'reassessmentNotDue',
  'decisionNotForeseen',
  'decisionWithoutReason',
] as const;

export type SecondaryProblemCode = (typeof secondaryProblemCodes)[number];

interface ProblemDetails {
  readonly law: LawCitation;
  readonly sentence: string;
}

export function problem(datum: Datum, code: SecondaryProblemCode, { law, sentence }: ProblemDetails): DataProblem {
  return { ...datum, code, severity: 'error', law, sentence: `${sentence} (${law}).` };
}
