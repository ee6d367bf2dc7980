import { allHold, type Condition, judge } from '../condition.ts';
import { type DataProblem, type Decision, reason } from '../reason.ts';
import { promotionDecision } from './labels.ts';
import type { PrimaryYearInput, PromotionDecision } from './primary-year-input.ts';
import { problem } from './problem.ts';
import { hasSupplementary } from './year-facts.ts';

const law = 'TT27/2020 Đ11.1.c';

export interface PromotionFacts {
  readonly gradeCompleted: boolean;
  readonly decision: PromotionDecision | null;
  readonly supplementaryDone: boolean;
}

/** Được lên lớp: the grade completed, or else the principal's decision. @law TT27/2020 Đ11.1.c */
export const promotionConditions = [
  {
    id: 'promotion.completedOrDecided',
    law,
    asks: 'hoàn thành chương trình lớp học, hoặc hiệu trưởng quyết định cho lên lớp',
    against: ({ gradeCompleted, decision }) =>
      gradeCompleted || decision?.promoted === true
        ? []
        : [{ ...promotionDecision, value: decision === null ? 'chưa có' : 'chưa được lên lớp' }],
    objection: () => 'chưa hoàn thành chương trình lớp học và hiệu trưởng không quyết định cho lên lớp',
  },
] as const satisfies readonly Condition<PromotionFacts>[];

/** Promotion is not completion: the principal may promote a pupil who has not completed the grade. @law TT27/2020 Đ11.1.c */
export function promotion(facts: PromotionFacts): Decision {
  const { gradeCompleted, decision, supplementaryDone } = facts;
  if (gradeCompleted) return { holds: true, reasons: [reason(law, 'Được lên lớp vì hoàn thành chương trình lớp học')] };
  if (decision === null) {
    const next = supplementaryDone
      ? 'đã đánh giá bổ sung, chờ hiệu trưởng xem xét, quyết định'
      : 'cần hướng dẫn, giúp đỡ và đánh giá bổ sung';
    const sentence = `Chưa xét lên lớp: chưa hoàn thành chương trình lớp học, ${next}`;
    return { holds: null, reasons: [reason(law, sentence)] };
  }
  const holds = allHold(judge(promotionConditions, facts));
  const inputs = [{ ...promotionDecision, value: holds ? 'được lên lớp' : 'chưa được lên lớp' }];
  const sentence = holds
    ? 'Được lên lớp theo quyết định của hiệu trưởng, dù chưa hoàn thành chương trình lớp học'
    : 'Chưa được lên lớp vì chưa hoàn thành chương trình lớp học và hiệu trưởng quyết định chưa cho lên lớp';
  return { holds, reasons: [reason(law, sentence, inputs)] };
}

/** Decisions that do not fit the results. @law TT27/2020 Đ11.1.c */
export function decisionProblems(input: PrimaryYearInput, gradeCompleted: boolean): readonly DataProblem[] {
  const { principalDecision: decision, grade } = input;
  if (decision === null) return [];
  if (gradeCompleted) {
    if (decision.promoted) return [];
    const sentence =
      'Học sinh đã hoàn thành chương trình lớp học nên được lên lớp, nhưng lại có quyết định chưa cho lên lớp: kiểm tra lại quyết định';
    return [problem(promotionDecision, 'decisionContradictsCompletion', { law, sentence })];
  }
  const found: DataProblem[] = [];
  if (!hasSupplementary(input) && !input.individualEducationPlan) {
    const sentence = 'Hiệu trưởng đã quyết định nhưng chưa ghi kết quả đánh giá bổ sung: ghi kết quả đánh giá bổ sung';
    found.push(problem(promotionDecision, 'decisionBeforeSupplementary', { law, sentence, severity: 'warning' }));
  }
  if (grade === 5 && decision.promoted) {
    const sentence =
      'Học sinh lớp 5 được quyết định lên lớp khi chưa hoàn thành chương trình tiểu học: hiệu trưởng xem lại trước khi ký';
    found.push(problem(promotionDecision, 'promotedWithoutPrimaryCompletion', { law, sentence, severity: 'warning' }));
  }
  return found;
}
