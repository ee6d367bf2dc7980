import { type Decision, reason } from '../reason.ts';
import type { PrimaryYearInput } from './primary-year-input.ts';
import type { PrimaryResult } from './primary-year-outcome.ts';

const law = 'TT27/2020 Đ8';

export interface IndividualPlanOutcome {
  readonly result: PrimaryResult;
  readonly gradeCompleted: Decision;
  readonly promoted: Decision;
  readonly primaryCompleted: Decision;
}

/** A pupil with a disability judged by progress against the individual education plan: no level; people decide the rest. @law TT27/2020 Đ8 */
export function byIndividualPlan({ grade, principalDecision }: PrimaryYearInput): IndividualPlanOutcome {
  const why = reason(
    law,
    'Học sinh khuyết tật được đánh giá theo kế hoạch giáo dục cá nhân, năm học này không xếp mức kết quả giáo dục',
  );
  const result = { level: null, firstLevel: null, reasons: [why] };
  if (principalDecision === null) {
    const open: Decision = {
      holds: null,
      reasons: [reason(law, 'Chờ hiệu trưởng quyết định theo kế hoạch giáo dục cá nhân')],
    };
    return {
      result,
      gradeCompleted: open,
      promoted: open,
      primaryCompleted: grade === 5 ? open : { holds: false, reasons: [] },
    };
  }
  const decided = (holds: boolean, words: string): Decision => ({
    holds,
    reasons: [
      reason(
        law,
        `${holds ? words : `Chưa ${words.toLowerCase()}`} theo quyết định của hiệu trưởng, căn cứ kế hoạch giáo dục cá nhân`,
      ),
    ],
  });
  const completed = principalDecision.gradeCompleted === true;
  return {
    result,
    gradeCompleted: decided(completed, `Hoàn thành chương trình lớp ${grade}`),
    promoted: decided(principalDecision.promoted, 'Được lên lớp'),
    primaryCompleted:
      grade === 5 ? decided(completed, 'Hoàn thành chương trình tiểu học') : { holds: false, reasons: [] },
  };
}
