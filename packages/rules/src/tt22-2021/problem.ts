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
  'topicNotOffered',
  'tooManyTopics',
  'practicalExemptionNotForeseen',
  'practicalExemptionNotPermitted',
  'exemptionWithoutPlan',
  'exemptedWithResult',
  'planWithoutDisability',
  'chosenSubjectsChanged',
  'absencesNotWhole',
  'summerTrainingNotDue',
  'summerLevelWithoutCompletion',
  'reassessmentNotDue',
  'decisionNotForeseen',
  'decisionWithoutReason',
] as const;

export type SecondaryProblemCode = (typeof secondaryProblemCodes)[number];

interface ProblemDetails {
  readonly law: LawCitation;
  readonly sentence: string;
  readonly severity?: DataProblem['severity'];
}

export function problem(datum: Datum, code: SecondaryProblemCode, details: ProblemDetails): DataProblem {
  const { law, sentence, severity = 'error' } = details;
  return { ...datum, code, severity, law, sentence: `${sentence} (${law}).` };
}
