import type { PrimaryEducationResult } from '@hocba/record';
import { allHold, type Condition, type ConditionReport, judge } from '../condition.ts';
import { type DataProblem, type Reason, reason } from '../reason.ts';
import { type EducationResult, educationResult as evaluate } from './education-result.ts';
import { educationResultLabel, educationResult as resultDatum, scoreOf } from './labels.ts';
import { type PrimaryParameters, settingInWords } from './parameters.ts';
import type { PrimarySubjectInput, PrimaryYearInput } from './primary-year-input.ts';
import { problem } from './problem.ts';
import { effectiveScore, hasSupplementary, yearFacts } from './year-facts.ts';

const law = 'TT27/2020 Đ11.1.b';

/** Thuộc diện đánh giá bổ sung. @law TT27/2020 Đ11.1.b */
export const supplementaryConditions = [
  {
    id: 'supplementary.firstResultNotCompleted',
    law,
    asks: 'kết quả lần đầu là Chưa hoàn thành',
    against: (first) =>
      first === 'notCompleted'
        ? []
        : [{ ...resultDatum, label: 'Kết quả lần đầu', value: educationResultLabel(first) }],
    objection: ([first]) =>
      `kết quả lần đầu đã là ${first?.value ?? ''}, không thuộc diện đánh giá bổ sung: xoá kết quả bổ sung hoặc sửa kết quả lần đầu`,
  } satisfies Condition<PrimaryEducationResult>,
] as const;

export interface SupplementaryOutcome extends EducationResult {
  readonly problems: readonly DataProblem[];
  readonly due: readonly ConditionReport[];
}

/** The year's result once the supplementary results stand in for the first ones; the first stay beside them. @law TT27/2020 Đ11.1.b */
export function afterSupplementary(
  input: PrimaryYearInput,
  parameters: PrimaryParameters,
  first: EducationResult,
): SupplementaryOutcome {
  if (!hasSupplementary(input)) return { ...first, problems: [], due: [] };
  const due = judge(supplementaryConditions, first.level);
  if (!allHold(due)) return { ...first, due, problems: due.map(({ objection }) => notDue(objection ?? '')) };
  const again = evaluate(yearFacts(input, parameters, 'afterSupplementary'));
  const level = capped(again.level, parameters);
  return {
    level,
    due,
    conditions: again.conditions,
    reasons: [...explain(first, { ...again, level }), ...capReason(again.level, parameters)],
    problems: input.subjects.flatMap(lowered),
  };
}

function notDue(objection: string): DataProblem {
  return problem(resultDatum, 'supplementaryNotDue', {
    law,
    sentence: `Có kết quả đánh giá bổ sung nhưng ${objection}`,
  });
}

function capped(level: PrimaryEducationResult, { highestAfterSupplementary }: PrimaryParameters) {
  return highestAfterSupplementary === 'completed' && level !== 'notCompleted' ? 'completed' : level;
}

function explain(first: EducationResult, again: EducationResult): readonly Reason[] {
  if (again.level === 'notCompleted') {
    return [reason(law, 'Đã đánh giá bổ sung nhưng kết quả vẫn là Chưa hoàn thành'), ...again.reasons];
  }
  const label = educationResultLabel(again.level);
  return [
    reason(law, `Kết quả lần đầu là Chưa hoàn thành; sau đánh giá bổ sung, kết quả giáo dục là ${label}`),
    ...first.reasons.map((why) => ({ ...why, sentence: `Lần đầu: ${why.sentence}` })),
  ];
}

function capReason(computed: PrimaryEducationResult, parameters: PrimaryParameters): readonly Reason[] {
  if (computed === 'notCompleted' || computed === 'completed') return [];
  const parameter = 'highestAfterSupplementary';
  return [
    {
      ...reason(
        law,
        `Quy định có chỗ hiểu được nhiều cách; quy ước đang dùng – ${settingInWords(parameters, parameter)}`,
      ),
      parameter,
    },
  ];
}

function lowered(row: PrimarySubjectInput): readonly DataProblem[] {
  const { level, scoreTenths } = row.supplementary ?? { level: null, scoreTenths: null };
  const first = effectiveScore(row);
  const lowerLevel = level === 'notCompleted' && row.level !== 'notCompleted';
  const lowerScore = scoreTenths !== null && first !== null && scoreTenths < first;
  if (!lowerLevel && !lowerScore) return [];
  const datum = scoreOf(row.subject);
  const sentence = `Kết quả đánh giá bổ sung của ${datum.label} thấp hơn kết quả lần đầu: kiểm tra lại`;
  return [problem(datum, 'supplementaryLower', { law, sentence, severity: 'warning' })];
}
