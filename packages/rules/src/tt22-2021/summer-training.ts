import { labelOf } from '@hocba/record';
import { type Condition, judge } from '../condition.ts';
import { type DataProblem, type Reason, reason } from '../reason.ts';
import { problem } from './problem.ts';
import { type SecondaryLevel, secondaryLevels } from './secondary-levels.ts';
import type { SummerTrainingInput } from './secondary-year-input.ts';

const law = 'TT22/2021 Đ13';

/** Phải rèn luyện trong kì nghỉ hè. @law TT22/2021 Đ13 */
export const summerTrainingConditions = [
  {
    id: 'summerTraining.conductNotAchieved',
    law,
    asks: 'rèn luyện cả năm Chưa đạt',
    against: (conduct) =>
      conduct === 'notAchieved'
        ? []
        : [{ kind: 'conduct', of: 'year', label: 'Rèn luyện cả năm', value: labelOf(secondaryLevels, conduct) }],
    objection: ([found]) => `rèn luyện cả năm là ${found?.value ?? ''}, không thuộc diện rèn luyện trong kì nghỉ hè`,
  },
] as const satisfies readonly Condition<SecondaryLevel>[];

export interface SummerTrainingOutcome {
  readonly due: boolean;
  /** The conduct that counts for promotion; `null` while the training is still to come. */
  readonly conduct: SecondaryLevel | null;
  readonly reasons: readonly Reason[];
  readonly problems: readonly DataProblem[];
}

/** Conduct after the summer: set anew when the tasks are completed. @law TT22/2021 Đ13 */
export function summerTraining(conduct: SecondaryLevel, training: SummerTrainingInput | null): SummerTrainingOutcome {
  const [report] = judge(summerTrainingConditions, conduct);
  if (report?.holds !== true) {
    const refused = training === null ? [] : [notDue(report?.objection ?? '')];
    return { due: false, conduct, reasons: [], problems: refused };
  }
  if (training === null) {
    const sentence = 'Rèn luyện cả năm Chưa đạt: phải rèn luyện trong kì nghỉ hè';
    return { due: true, conduct: null, reasons: [reason(law, sentence)], problems: [] };
  }
  const level = training.completed ? training.level : 'notAchieved';
  const sentence = training.completed
    ? `Đã hoàn thành rèn luyện trong kì nghỉ hè, rèn luyện được đánh giá lại là ${labelOf(secondaryLevels, level)}`
    : 'Chưa hoàn thành rèn luyện trong kì nghỉ hè, rèn luyện vẫn Chưa đạt';
  return { due: true, conduct: level, reasons: [reason(law, sentence)], problems: [] };
}

function notDue(objection: string): DataProblem {
  const datum = { kind: 'conduct', of: 'summer', label: 'Rèn luyện trong kì nghỉ hè' } as const;
  return problem(datum, 'summerTrainingNotDue', {
    law,
    sentence: `Có kết quả rèn luyện trong kì nghỉ hè nhưng ${objection}: xoá kết quả này`,
  });
}
