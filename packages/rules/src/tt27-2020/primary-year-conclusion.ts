import type { PrimaryYearConclusion } from '@hocba/record';
import type { DataProblem, MissingDatum } from '../reason.ts';
import { promotionDecision } from './labels.ts';
import type { PrimaryYearInput } from './primary-year-input.ts';
import type { PrimaryYearOutcome } from './primary-year-outcome.ts';

/** Kết luận năm học as the sheet freezes it, or everything that still stands in the way. */
export type ConclusionOutcome =
  | { readonly conclusion: PrimaryYearConclusion }
  | { readonly open: readonly (MissingDatum | DataProblem)[] };

/** Turns the outcome of a complete year into the sheet's conclusion; never guesses what is undecided. @law TT27/2020 Đ9, Đ11, Đ13 */
export function primaryYearConclusion(input: PrimaryYearInput, outcome: PrimaryYearOutcome): ConclusionOutcome {
  const { gradeCompleted, promoted, primaryCompleted, missing, errors, result } = outcome;
  const open = [...missing, ...errors];
  if (open.length > 0) return { open };
  if (gradeCompleted.holds === null || promoted.holds === null || primaryCompleted.holds === null)
    return { open: [undecidedPromotion(outcome)] };
  const titles = outcome.titles.filter(({ status }) => status === 'awarded').map(({ label }) => label);
  return {
    conclusion: {
      educationResult: result.level,
      firstEducationResult: result.firstLevel,
      gradeCompleted: gradeCompleted.holds,
      promoted: promoted.holds,
      primaryCompleted: primaryCompleted.holds,
      commendations: [...titles, ...(input.commendation?.others ?? [])],
    },
  };
}

function undecidedPromotion({ promoted }: PrimaryYearOutcome): MissingDatum {
  const sentence = promoted.reasons[0]?.sentence ?? 'Chưa có quyết định của hiệu trưởng về việc lên lớp.';
  return { ...promotionDecision, sentence };
}
