import { achievedConditions, fairConditions, goodConditions } from './academic-result.ts';
import { excellentStudentConditions, outstandingStudentConditions } from './commendation.ts';
import { promotionConditions } from './promotion.ts';
import { reassessmentConditions } from './reassessment.ts';
import { summerTrainingConditions } from './summer-training.ts';

/** Every named condition of TT22/2021: each must have a case that passes and one that fails by it alone. */
export const everySecondaryCondition = [
  ...goodConditions,
  ...fairConditions,
  ...achievedConditions,
  ...promotionConditions,
  ...summerTrainingConditions,
  ...reassessmentConditions,
  ...outstandingStudentConditions,
  ...excellentStudentConditions,
];
