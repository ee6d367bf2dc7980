import type { PrimaryGrade } from '@hocba/record';
import { allHold, type Condition, judge, objections } from '../condition.ts';
import { type Decision, reason } from '../reason.ts';
import { educationResult as resultDatum } from './labels.ts';

const law = 'TT27/2020 Đ11.2';

export interface PrimaryCompletionFacts {
  readonly grade: PrimaryGrade;
  readonly gradeCompleted: boolean;
}

/** Hoàn thành chương trình tiểu học. @law TT27/2020 Đ11.2 */
export const primaryCompletionConditions = [
  {
    id: 'primaryCompletion.lastGrade',
    law,
    asks: 'đang học lớp 5',
    against: ({ grade }) => (grade === 5 ? [] : [{ ...resultDatum, label: 'Khối lớp', value: String(grade) }]),
    objection: ([grade]) => `đang học lớp ${grade?.value ?? ''}`,
  },
  {
    id: 'primaryCompletion.gradeCompleted',
    law,
    asks: 'hoàn thành chương trình lớp 5',
    against: ({ gradeCompleted }) =>
      gradeCompleted ? [] : [{ ...resultDatum, label: 'Hoàn thành chương trình lớp học', value: 'chưa' }],
    objection: () => 'chưa hoàn thành chương trình lớp học',
  },
] as const satisfies readonly Condition<PrimaryCompletionFacts>[];

/** What the principal confirms in the record of a grade 5 pupil. @law TT27/2020 Đ11.2 */
export function primaryCompletion(facts: PrimaryCompletionFacts): Decision {
  const reports = judge(primaryCompletionConditions, facts);
  if (allHold(reports)) {
    const sentence = 'Hoàn thành chương trình tiểu học vì đã hoàn thành chương trình lớp 5';
    return { holds: true, reasons: [reason(law, sentence)] };
  }
  const reasons =
    facts.grade === 5 ? objections(reports, 'Chưa được xác nhận hoàn thành chương trình tiểu học vì') : [];
  return { holds: false, reasons };
}
