import { type PrimaryEducationResult, qualityLevels, subjectLevels } from '@hocba/record';
import { allHold, type Condition, type ConditionReport, judge, objections } from '../condition.ts';
import { listInWords, type Reason, type ReasonInput, reason } from '../reason.ts';
import { tenthsLabel } from '../tenths.ts';
import {
  competenceOf,
  educationResultLabel,
  levelOf,
  qualityLevelLabel,
  qualityOf,
  scoreOf,
  subjectLevelLabel,
} from './labels.ts';
import type { YearFacts } from './year-facts.ts';

type SubjectFloor = 'completedWell' | 'completed';
type QualityFloor = 'good' | 'achieved';
type ReachedLevel = Exclude<PrimaryEducationResult, 'notCompleted'>;
const law = 'TT27/2020 Đ9.2.a';

/** Hoàn thành xuất sắc. @law TT27/2020 Đ9.2.a */
export const completedOutstandinglyConditions = [
  everySubject('completedOutstandingly', 'completedWell'),
  everyQuality('completedOutstandingly', 'good'),
  everyCompetence('completedOutstandingly', 'good'),
  everyTest('completedOutstandingly', 90),
] as const;

/** Hoàn thành tốt. @law TT27/2020 Đ9.2.a */
export const completedWellConditions = [
  everySubject('completedWell', 'completedWell'),
  everyQuality('completedWell', 'good'),
  everyCompetence('completedWell', 'good'),
  everyTest('completedWell', 70),
] as const;

/** Hoàn thành. @law TT27/2020 Đ9.2.a */
export const completedConditions = [
  everySubject('completed', 'completed'),
  everyQuality('completed', 'achieved'),
  everyCompetence('completed', 'achieved'),
  everyTest('completed', 50),
] as const;

export interface EducationResult {
  readonly level: PrimaryEducationResult;
  readonly reasons: readonly Reason[];
  readonly conditions: readonly ConditionReport[];
}

/** Đánh giá kết quả giáo dục: from the top, the first level whose conditions all hold. @law TT27/2020 Đ9.2.a */
export function educationResult(facts: YearFacts): EducationResult {
  const outstandingly = judge(completedOutstandinglyConditions, facts);
  const well = judge(completedWellConditions, facts);
  const completed = judge(completedConditions, facts);
  const conditions = [...outstandingly, ...well, ...completed];
  if (allHold(outstandingly))
    return { level: 'completedOutstandingly', conditions, reasons: [reached('completedOutstandingly', outstandingly)] };
  if (allHold(well)) {
    const short = objections(outstandingly, 'Chưa đạt mức Hoàn thành xuất sắc vì');
    return { level: 'completedWell', conditions, reasons: [reached('completedWell', well), ...short] };
  }
  if (allHold(completed)) {
    const short = objections(well, 'Chưa đạt mức Hoàn thành tốt vì');
    return { level: 'completed', conditions, reasons: [reached('completed', completed), ...short] };
  }
  const short = objections(completed, 'Kết quả giáo dục là Chưa hoàn thành vì');
  return { level: 'notCompleted', conditions, reasons: short };
}

/** The rows that keep a pupil from Hoàn thành: what a supplementary assessment is about. @law TT27/2020 Đ11.1.b */
export function rowsBelowCompleted(facts: YearFacts): readonly ReasonInput[] {
  return judge(completedConditions, facts).flatMap((report) => report.inputs);
}

function reached(level: ReachedLevel, reports: readonly ConditionReport[]): Reason {
  const asked = listInWords(reports.map((report) => report.asks));
  return reason(law, `Kết quả giáo dục là ${educationResultLabel(level)} vì ${asked}`);
}

function everySubject(result: ReachedLevel, floor: SubjectFloor): Condition<YearFacts> {
  const order = subjectLevels.map(({ id }) => id);
  const wanted = floor === 'completedWell' ? 'Hoàn thành tốt' : 'Hoàn thành trở lên';
  return {
    id: `${result}.subjects`,
    law,
    asks: `mọi môn học, hoạt động giáo dục đạt mức ${wanted}`,
    against: ({ subjects }) =>
      subjects
        .filter(({ level }) => order.indexOf(level) > order.indexOf(floor))
        .map(({ subject, level }) => ({ ...levelOf(subject), value: subjectLevelLabel(level) })),
    objection: (against) => `${inWords(against)}, trong khi mọi môn học, hoạt động giáo dục phải đạt mức ${wanted}`,
  };
}

function everyQuality(result: ReachedLevel, floor: QualityFloor): Condition<YearFacts> {
  return {
    id: `${result}.qualities`,
    law,
    asks: `mọi phẩm chất đạt mức ${floorInWords(floor)}`,
    against: ({ qualities }) =>
      qualities
        .filter(({ level }) => isBelow(level, floor))
        .map(({ name, level }) => ({ ...qualityOf(name), value: qualityLevelLabel(level) })),
    objection: (against) =>
      `phẩm chất ${inWords(against)}, trong khi mọi phẩm chất phải đạt mức ${floorInWords(floor)}`,
  };
}

function everyCompetence(result: ReachedLevel, floor: QualityFloor): Condition<YearFacts> {
  return {
    id: `${result}.competences`,
    law,
    asks: `mọi năng lực được đánh giá đạt mức ${floorInWords(floor)}`,
    against: ({ competences }) =>
      competences
        .filter(({ level }) => isBelow(level, floor))
        .map(({ name, level }) => ({ ...competenceOf(name), value: qualityLevelLabel(level) })),
    objection: (against) => `năng lực ${inWords(against)}, trong khi mọi năng lực phải đạt mức ${floorInWords(floor)}`,
  };
}

function everyTest(result: ReachedLevel, floorTenths: number): Condition<YearFacts> {
  const floor = tenthsLabel(floorTenths);
  return {
    id: `${result}.tests`,
    law,
    asks: `mọi bài kiểm tra định kì cuối năm học đạt ${floor} điểm trở lên`,
    against: ({ tests }) =>
      tests
        .filter(({ scoreTenths }) => scoreTenths < floorTenths)
        .map(({ subject, scoreTenths }) => ({ ...scoreOf(subject), value: tenthsLabel(scoreTenths) })),
    objection: (against) =>
      `điểm kiểm tra cuối năm ${listInWords(against.map(({ label, value }) => `${label} được ${value}`))}, dưới ${floor}`,
  };
}

function isBelow(level: (typeof qualityLevels)[number]['id'], floor: QualityFloor): boolean {
  const order = qualityLevels.map(({ id }) => id);
  return order.indexOf(level) > order.indexOf(floor);
}

function floorInWords(floor: QualityFloor): string {
  return floor === 'good' ? 'Tốt' : 'Đạt trở lên';
}

function inWords(inputs: readonly ReasonInput[]): string {
  return listInWords(inputs.map(({ label, value }) => `${label} ở mức ${value}`));
}
