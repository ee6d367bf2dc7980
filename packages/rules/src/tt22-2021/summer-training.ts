import { labelOf } from '@hocba/record';
import { type Condition, judge } from '../condition.ts';
import { type DataProblem, type MissingDatum, type Reason, reason } from '../reason.ts';
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

/** Conduct after the summer: set anew when the tasks are completed; open while what came of them is not entered. @law TT22/2021 Đ13 */
export function summerTraining(conduct: SecondaryLevel, training: SummerTrainingInput | null): SummerTrainingOutcome {
  const [report] = judge(summerTrainingConditions, conduct);
  if (report?.holds !== true) {
    const refused = training === null ? [] : [notDue(report?.objection ?? '')];
    return { due: false, conduct, reasons: [], problems: refused };
  }
  if (training === null || isOpen(training)) {
    const sentence = 'Rèn luyện cả năm Chưa đạt: phải rèn luyện trong kì nghỉ hè';
    return { due: true, conduct: null, reasons: [reason(law, sentence)], problems: [] };
  }
  const { completed, level } = training;
  if (completed !== true) {
    const sentence = 'Chưa hoàn thành rèn luyện trong kì nghỉ hè, rèn luyện vẫn Chưa đạt';
    const problems = level === null || level === 'notAchieved' ? [] : [levelWithoutCompletion(level)];
    return { due: true, conduct: 'notAchieved', reasons: [reason(law, sentence)], problems };
  }
  const again = level ?? 'notAchieved';
  const sentence = `Đã hoàn thành rèn luyện trong kì nghỉ hè, rèn luyện được đánh giá lại là ${labelOf(secondaryLevels, again)}`;
  return { due: true, conduct: again, reasons: [reason(law, sentence)], problems: [] };
}

/** What came of the training is not known: whether it was completed, or the level set anew. */
function isOpen({ completed, level }: SummerTrainingInput): boolean {
  return completed === null || (completed && level === null);
}

/** What is missing of a training that was entered in part. @law TT22/2021 Đ13 */
export function missingOfTraining(training: SummerTrainingInput | null): readonly MissingDatum[] {
  if (training === null || !isOpen(training)) return [];
  const what =
    training.completed === null
      ? 'Chưa ghi học sinh có hoàn thành rèn luyện trong kì nghỉ hè hay không'
      : 'Chưa có mức rèn luyện sau rèn luyện trong kì nghỉ hè';
  return [{ ...trainingDatum, sentence: `${what}: cần nhập trước khi xét kết quả.` }];
}

const trainingDatum = { kind: 'conduct', of: 'summer', label: 'Rèn luyện trong kì nghỉ hè' } as const;

function levelWithoutCompletion(level: SecondaryLevel): DataProblem {
  const sentence = `Ghi chưa hoàn thành rèn luyện trong kì nghỉ hè nhưng lại có mức ${labelOf(secondaryLevels, level)}: kiểm tra lại`;
  return problem(trainingDatum, 'summerLevelWithoutCompletion', { law, sentence });
}

function notDue(objection: string): DataProblem {
  return problem(trainingDatum, 'summerTrainingNotDue', {
    law,
    sentence: `Có kết quả rèn luyện trong kì nghỉ hè nhưng ${objection}: xoá kết quả này`,
  });
}
