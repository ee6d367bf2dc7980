import type { PrimaryEducationResult } from '@hocba/record';
import { allHold, type Condition, judge, objections } from '../condition.ts';
import { type Decision, reason } from '../reason.ts';
import { educationResultLabel, educationResult as resultDatum } from './labels.ts';

const law = 'TT27/2020 Đ11.1.a';

/** Hoàn thành chương trình lớp học. @law TT27/2020 Đ11.1.a */
export const completionConditions = [
  {
    id: 'completion.resultCompleted',
    law,
    asks: 'kết quả giáo dục là Hoàn thành xuất sắc, Hoàn thành tốt hoặc Hoàn thành',
    against: (level) => (level === 'notCompleted' ? [{ ...resultDatum, value: educationResultLabel(level) }] : []),
    objection: () => 'kết quả giáo dục là Chưa hoàn thành',
  } satisfies Condition<PrimaryEducationResult>,
] as const;

/** Whether the pupil is confirmed to have completed the grade's programme. @law TT27/2020 Đ11.1.a */
export function gradeCompletion(level: PrimaryEducationResult, grade: number): Decision {
  const reports = judge(completionConditions, level);
  if (!allHold(reports))
    return { holds: false, reasons: objections(reports, `Chưa hoàn thành chương trình lớp ${grade} vì`) };
  const sentence = `Hoàn thành chương trình lớp ${grade} vì kết quả giáo dục là ${educationResultLabel(level)}`;
  return { holds: true, reasons: [reason(law, sentence, [{ ...resultDatum, value: educationResultLabel(level) }])] };
}
