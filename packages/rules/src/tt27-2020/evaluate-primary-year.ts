import { judge } from '../condition.ts';
import type { DataProblem, Decision, MissingDatum } from '../reason.ts';
import { assumptions } from './assumptions.ts';
import { commendation } from './commendation.ts';
import { completionConditions, gradeCompletion } from './completion.ts';
import { dataProblems } from './data-problems.ts';
import { educationResult, rowsBelowCompleted } from './education-result.ts';
import { byIndividualPlan } from './individual-plan.ts';
import { missingData } from './missing-data.ts';
import { type PrimaryParameters, primaryParameters } from './parameters.ts';
import { primaryCompletion, primaryCompletionConditions } from './primary-completion.ts';
import type { PrimaryYearInput } from './primary-year-input.ts';
import type { PrimaryYearOutcome } from './primary-year-outcome.ts';
import { decisionProblems, promotion, promotionConditions } from './promotion.ts';
import { afterSupplementary } from './supplementary-assessment.ts';
import { hasSupplementary, yearFacts } from './year-facts.ts';

/** The year of a primary pupil, in the order of the circular: data, result, supplement, completion, promotion, praise. @law TT27/2020 Đ9, Đ11, Đ13 */
export function evaluatePrimaryYear(input: PrimaryYearInput): PrimaryYearOutcome {
  const parameters = primaryParameters(input.parameters);
  const problems = dataProblems(input, parameters, 'yearEnd');
  const missing = missingData(input, parameters, 'yearEnd');
  if (missing.length > 0 || problems.some(preventsResult)) return undecided(missing, problems);
  return input.levelWithheld ? withoutLevel(input, problems) : withLevel(input, { parameters, problems });
}

interface Checked {
  readonly parameters: PrimaryParameters;
  readonly problems: readonly DataProblem[];
}

function withLevel(input: PrimaryYearInput, { parameters, problems }: Checked): PrimaryYearOutcome {
  const first = educationResult(yearFacts(input, parameters, 'first'));
  const final = afterSupplementary(input, parameters, first);
  if (final.problems.some(preventsResult)) {
    return { ...undecided([], [...problems, ...final.problems]), conditions: final.due };
  }
  const gradeCompleted = gradeCompletion(final.level, input.grade);
  const completed = gradeCompleted.holds === true;
  const forPromotion = {
    gradeCompleted: completed,
    decision: input.principalDecision,
    supplementaryDone: hasSupplementary(input),
  };
  const praise = commendation({ level: final.level, decisions: input.commendation });
  return {
    circular: 'TT27/2020',
    result: {
      level: final.level,
      firstLevel: hasSupplementary(input) ? first.level : null,
      reasons: [...final.reasons, ...assumptions(input, parameters)],
    },
    gradeCompleted,
    promoted: promotion(forPromotion),
    primaryCompleted: primaryCompletion({ grade: input.grade, gradeCompleted: completed }),
    titles: praise.titles,
    supplementaryDue: completed ? [] : rowsBelowCompleted(yearFacts(input, parameters, 'afterSupplementary')),
    conditions: [
      ...final.conditions,
      ...final.due,
      ...judge(completionConditions, final.level),
      ...judge(promotionConditions, forPromotion),
      ...judge(primaryCompletionConditions, { grade: input.grade, gradeCompleted: completed }),
      ...praise.conditions,
    ],
    missing: [],
    ...bySeverity([...problems, ...final.problems, ...decisionProblems(input, completed), ...praise.problems]),
  };
}

function withoutLevel(input: PrimaryYearInput, problems: readonly DataProblem[]): PrimaryYearOutcome {
  const nothingComputed = { titles: [], supplementaryDue: [], conditions: [], missing: [] };
  return { circular: 'TT27/2020', ...byIndividualPlan(input), ...nothingComputed, ...bySeverity(problems) };
}

function undecided(missing: readonly MissingDatum[], problems: readonly DataProblem[]): PrimaryYearOutcome {
  const open: Decision = { holds: null, reasons: [] };
  return {
    circular: 'TT27/2020',
    result: { level: null, firstLevel: null, reasons: [] },
    gradeCompleted: open,
    promoted: open,
    primaryCompleted: open,
    titles: [],
    supplementaryDue: [],
    conditions: [],
    missing,
    ...bySeverity(problems),
  };
}

/** A comment never decides a level, so a fault in one leaves the result standing. */
function preventsResult({ severity, kind }: DataProblem): boolean {
  return severity === 'error' && kind !== 'comment';
}

function bySeverity(problems: readonly DataProblem[]) {
  return {
    errors: problems.filter(({ severity }) => severity === 'error'),
    warnings: problems.filter(({ severity }) => severity === 'warning'),
  };
}
