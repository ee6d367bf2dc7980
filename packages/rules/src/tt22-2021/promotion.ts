import { labelOf } from '@hocba/record';
import { allHold, type Condition, type ConditionReport, judge, objections } from '../condition.ts';
import { type Decision, reason } from '../reason.ts';
import { type SecondaryLevel, secondaryLevels } from './secondary-levels.ts';

/** Số buổi nghỉ học nhiều nhất trong một năm học, at one buổi a day. @law TT22/2021 Đ12.1.c */
export const absenceLimit = 45;

export interface PromotionFacts {
  /** As it stands after summer training, where there was one. */
  readonly conduct: SecondaryLevel;
  /** As it stands after reassessment, where there was one. */
  readonly academic: SecondaryLevel;
  readonly absentHalfDays: number;
}

/** Rèn luyện cả năm từ Đạt trở lên. @law TT22/2021 Đ12.1.a */
const conductAchieved: Condition<PromotionFacts> = {
  id: 'promotion.conduct',
  law: 'TT22/2021 Đ12.1.a',
  asks: 'rèn luyện cả năm từ Đạt trở lên',
  against: ({ conduct }) =>
    conduct === 'notAchieved'
      ? [{ kind: 'conduct', of: 'year', label: 'Rèn luyện cả năm', value: labelOf(secondaryLevels, conduct) }]
      : [],
  objection: () => 'rèn luyện cả năm Chưa đạt',
};

/** Học tập cả năm từ Đạt trở lên. @law TT22/2021 Đ12.1.b */
const academicResultAchieved: Condition<PromotionFacts> = {
  id: 'promotion.academic',
  law: 'TT22/2021 Đ12.1.b',
  asks: 'học tập cả năm từ Đạt trở lên',
  against: ({ academic }) =>
    academic === 'notAchieved'
      ? [{ kind: 'result', of: 'year', label: 'Học tập cả năm', value: labelOf(secondaryLevels, academic) }]
      : [],
  objection: () => 'học tập cả năm Chưa đạt',
};

/** Nghỉ học không quá 45 buổi, with and without leave, together or not. @law TT22/2021 Đ12.1.c */
const absencesWithinLimit: Condition<PromotionFacts> = {
  id: 'promotion.absences',
  law: 'TT22/2021 Đ12.1.c',
  asks: `nghỉ học không quá ${absenceLimit} buổi`,
  against: ({ absentHalfDays }) =>
    absentHalfDays > absenceLimit
      ? [{ kind: 'absence', of: '', label: 'Số buổi nghỉ học', value: String(absentHalfDays) }]
      : [],
  objection: ([absences]) => `nghỉ ${absences?.value ?? ''} buổi, quá ${absenceLimit} buổi`,
};

/** Được lên lớp, được công nhận hoàn thành chương trình. @law TT22/2021 Đ12.1 */
export const promotionConditions = [conductAchieved, academicResultAchieved, absencesWithinLimit] as const;

export function promotion(facts: PromotionFacts): Decision & { readonly reports: readonly ConditionReport[] } {
  const reports = judge(promotionConditions, facts);
  if (!allHold(reports)) return { holds: false, reports, reasons: objections(reports, 'Không được lên lớp vì') };
  const why = reason('TT22/2021 Đ12.1', `Được lên lớp vì ${reports.map(({ asks }) => asks).join(', ')}`);
  return { holds: true, reports, reasons: [why] };
}
