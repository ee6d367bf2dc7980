import type { DataProblem, MissingDatum } from '../reason.ts';
import type { AssessmentPoint } from './assessment-points.ts';
import { dataProblems } from './data-problems.ts';
import { missingData } from './missing-data.ts';
import { primaryParameters } from './parameters.ts';
import type { PrimaryAssessmentInput } from './primary-year-input.ts';

export interface AssessmentPointReport {
  readonly missing: readonly MissingDatum[];
  readonly errors: readonly DataProblem[];
  readonly warnings: readonly DataProblem[];
}

/** Whether one of the four assessments of the year is complete and lawful; only year end also has a result. @law TT27/2020 Đ7.1, Đ7.2 */
export function checkAssessmentPoint(input: PrimaryAssessmentInput, point: AssessmentPoint): AssessmentPointReport {
  const parameters = primaryParameters(input.parameters);
  const problems = dataProblems(input, parameters, point);
  return {
    missing: missingData(input, parameters, point),
    errors: problems.filter(({ severity }) => severity === 'error'),
    warnings: problems.filter(({ severity }) => severity === 'warning'),
  };
}
