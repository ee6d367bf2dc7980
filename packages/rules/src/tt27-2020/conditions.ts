import { exemplaryStudentConditions, outstandingStudentConditions } from './commendation.ts';
import { completionConditions } from './completion.ts';
import { completedConditions, completedOutstandinglyConditions, completedWellConditions } from './education-result.ts';
import { primaryCompletionConditions } from './primary-completion.ts';
import { promotionConditions } from './promotion.ts';
import { supplementaryConditions } from './supplementary-assessment.ts';

/** Every named condition of TT27/2020: each must have a case that passes and one that fails by it alone. */
export const everyPrimaryCondition = [
  ...completedOutstandinglyConditions,
  ...completedWellConditions,
  ...completedConditions,
  ...supplementaryConditions,
  ...completionConditions,
  ...promotionConditions,
  ...primaryCompletionConditions,
  ...outstandingStudentConditions,
  ...exemplaryStudentConditions,
];
