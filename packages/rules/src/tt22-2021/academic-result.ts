import { labelOf } from '@hocba/record';
import { type Condition, type ConditionReport, judge, objections } from '../condition.ts';
import { listInWords, type Reason, type ReasonInput, reason } from '../reason.ts';
import { averageLabel } from '../tenths.ts';
import { type AcademicFacts, commentedInput, scoredInput } from './academic-facts.ts';
import { type SecondaryLevel, secondaryLevels } from './secondary-levels.ts';

type ReachedLevel = Exclude<SecondaryLevel, 'notAchieved'>;
const reachable = ['good', 'fair', 'achieved'] as const;

const laws = { good: 'TT22/2021 Đ9.2.a', fair: 'TT22/2021 Đ9.2.b', achieved: 'TT22/2021 Đ9.2.c' } as const;
/** "Ít nhất 06 môn học": fixed by the text for every number of subjects. @law TT22/2021 Đ9.2 */
const subjectsRequired = 6;

/** Averages in tenths, and how many comment subjects may be Chưa đạt. @law TT22/2021 Đ9.2 */
const floors = {
  good: { commentsFailed: 0, every: 65, six: 80 },
  fair: { commentsFailed: 0, every: 50, six: 65 },
  achieved: { commentsFailed: 1, every: 35, six: 50 },
} as const;

/** No average of a pupil at Khá, or above, lies below it. */
export const lowestOfFair = floors.fair.every;

/** Mức Tốt. @law TT22/2021 Đ9.2.a */
export const goodConditions = [commentsFailed('good'), everyAverage('good'), sixAverages('good')] as const;

/** Mức Khá. @law TT22/2021 Đ9.2.b */
export const fairConditions = [commentsFailed('fair'), everyAverage('fair'), sixAverages('fair')] as const;

/** Mức Đạt. @law TT22/2021 Đ9.2.c */
export const achievedConditions = [
  commentsFailed('achieved'),
  sixAverages('achieved'),
  everyAverage('achieved'),
] as const;

const conditionsOf = { good: goodConditions, fair: fairConditions, achieved: achievedConditions } as const;

const reached = { good: reachedAt('good'), fair: reachedAt('fair'), achieved: reachedAt('achieved') } as const;

function reachedAt(level: ReachedLevel): Reason {
  const asked = listInWords(conditionsOf[level].map(({ asks }) => asks));
  return reason(laws[level], `Học tập ở mức ${labelOf(secondaryLevels, level)} vì ${asked}`);
}

export interface AcademicResult {
  readonly level: SecondaryLevel;
  /** What gave the level, and what keeps it from the next. */
  readonly reasons: readonly Reason[];
}

/** Kết quả học tập of a semester or year before Đ9.3: from the top, the first level whose conditions all hold. @law TT22/2021 Đ9.2 */
export function academicResult(facts: AcademicFacts): AcademicResult {
  const level = academicLevel(facts);
  const short = (of: ReachedLevel, because: string) => objections(judge(conditionsOf[of], facts), because);
  switch (level) {
    case 'good':
      return { level, reasons: [reached.good] };
    case 'fair':
      return { level, reasons: [reached.fair, ...short('good', 'Học tập chưa đạt mức Tốt vì')] };
    case 'achieved':
      return { level, reasons: [reached.achieved, ...short('fair', 'Học tập chưa đạt mức Khá vì')] };
    case 'notAchieved':
      return { level, reasons: short('achieved', 'Học tập ở mức Chưa đạt vì') };
  }
}

/** Every condition of Đ9.2, held or not, for a screen that shows the whole list. */
export function academicConditions(facts: AcademicFacts): readonly ConditionReport[] {
  return reachable.flatMap((level) => judge(conditionsOf[level], facts));
}

/** The level alone, for asking "what if" many times ({@link academicResult} without its words). */
export function academicLevel(facts: AcademicFacts, required = subjectsRequired): SecondaryLevel {
  return reachable.find((level) => isReached(level, facts, required)) ?? 'notAchieved';
}

function isReached(level: ReachedLevel, { scored, commented }: AcademicFacts, required: number): boolean {
  const { commentsFailed, every, six } = floors[level];
  let failed = 0;
  for (const { result } of commented) failed += result === 'notAchieved' ? 1 : 0;
  let enough = 0;
  for (const { averageTenths } of scored) {
    if (averageTenths < every) return false;
    enough += averageTenths >= six ? 1 : 0;
  }
  return failed <= commentsFailed && enough >= required;
}

function commentsFailed(level: ReachedLevel): Condition<AcademicFacts> {
  const most = floors[level].commentsFailed;
  const asks =
    most === 0 ? 'mọi môn đánh giá bằng nhận xét đều Đạt' : 'nhiều nhất 1 môn đánh giá bằng nhận xét Chưa đạt';
  return {
    id: `${level}.comments`,
    law: laws[level],
    asks,
    against: ({ commented }) => {
      const failed = commented.filter(({ result }) => result === 'notAchieved').map(commentedInput);
      return failed.length > most ? failed : [];
    },
    objection: (against) =>
      `${named(against)} Chưa đạt, trong khi ${most === 0 ? 'mọi môn đánh giá bằng nhận xét phải Đạt' : 'chỉ được nhiều nhất 1 môn Chưa đạt'}`,
  };
}

function everyAverage(level: ReachedLevel): Condition<AcademicFacts> {
  const floorTenths = floors[level].every;
  const floor = averageLabel(floorTenths);
  return {
    id: `${level}.every`,
    law: laws[level],
    asks: level === 'achieved' ? `không môn nào dưới ${floor}` : `mọi môn từ ${floor} trở lên`,
    against: ({ scored }) => scored.filter(({ averageTenths }) => averageTenths < floorTenths).map(scoredInput),
    objection: (against) =>
      `điểm trung bình ${listInWords(against.map(({ label, value }) => `${label} là ${value}`))}, dưới ${floor}`,
  };
}

function sixAverages(level: ReachedLevel): Condition<AcademicFacts> {
  const floorTenths = floors[level].six;
  const floor = averageLabel(floorTenths);
  return {
    id: `${level}.six`,
    law: laws[level],
    asks: `ít nhất ${subjectsRequired} môn từ ${floor} trở lên`,
    against: ({ scored }) => {
      const below = scored.filter(({ averageTenths }) => averageTenths < floorTenths);
      if (scored.length - below.length >= subjectsRequired) return [];
      return below.length > 0 ? below.map(scoredInput) : [scoredSubjects(scored.length)];
    },
    objection: (against) => `chưa đủ ${subjectsRequired} môn từ ${floor} trở lên (dưới mức này: ${named(against)})`,
  };
}

/** Fewer scored subjects than the law asks for, whatever their averages. */
function scoredSubjects(count: number): ReasonInput {
  return { kind: 'score', of: '', label: `chỉ có ${count} môn có điểm`, value: String(count) };
}

function named(inputs: readonly ReasonInput[]): string {
  return listInWords(inputs.map(({ label }) => label));
}
