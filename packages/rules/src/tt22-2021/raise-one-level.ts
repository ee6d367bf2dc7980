import { labelOf } from '@hocba/record';
import { type Reason, type ReasonInput, reason } from '../reason.ts';
import { type AcademicFacts, commentedInput, scoredInput } from './academic-facts.ts';
import { academicLevel, lowestOfFair } from './academic-result.ts';
import type { SecondaryParameters } from './parameters.ts';
import { rankOf, type SecondaryLevel, secondaryLevels } from './secondary-levels.ts';
import { usedSetting } from './used-setting.ts';

const law = 'TT22/2021 Đ9.3';

export interface RaisedResult {
  readonly level: SecondaryLevel;
  readonly reasons: readonly Reason[];
}

interface SoleCause {
  readonly cause: ReasonInput;
  /** What the level would have been but for this subject. */
  readonly wouldBe: SecondaryLevel;
}

/** Nâng một mức: two levels or more below Tốt or Khá solely because of one subject gives the next level up, never Tốt. @law TT22/2021 Đ9.3 */
export function raiseOneLevel(
  facts: AcademicFacts,
  base: SecondaryLevel,
  parameters: SecondaryParameters,
): RaisedResult {
  if (rankOf(base) < rankOf('achieved') || belowFair(facts).length > 1) return { level: base, reasons: [] };
  const found = soleCause(facts, base, parameters);
  const level = found === undefined ? base : oneLevelUp(base);
  const reasons = found === undefined ? [] : [raisedReason(base, found)];
  return { level, reasons: [...reasons, ...settingsThatMattered(facts, base, parameters)] };
}

/** The one subject without which the pupil would stand at Tốt or Khá, at least two levels higher. */
function soleCause(facts: AcademicFacts, base: SecondaryLevel, parameters: SecondaryParameters): SoleCause | undefined {
  for (const { cause, others } of withoutEach(facts, parameters)) {
    const wouldBe = academicLevel(others);
    if (rankOf(wouldBe) <= rankOf('fair') && rankOf(base) - rankOf(wouldBe) >= 2) return { cause: cause(), wouldBe };
  }
  return undefined;
}

interface WithoutOne {
  readonly cause: () => ReasonInput;
  readonly others: AcademicFacts;
}

/** The subjects that by themselves keep a pupil below Khá: where there are two, neither is the only one. */
function belowFair({ scored, commented }: AcademicFacts): readonly (ScoredFact | CommentedFact)[] {
  return [
    ...scored.filter(({ averageTenths }) => averageTenths < lowestOfFair),
    ...commented.filter(({ result }) => result === 'notAchieved'),
  ];
}

type ScoredFact = AcademicFacts['scored'][number];
type CommentedFact = AcademicFacts['commented'][number];

function* withoutEach(
  { scored, commented }: AcademicFacts,
  { raiseReading, raiseByCommentSubject }: SecondaryParameters,
): Generator<WithoutOne, void, undefined> {
  for (const weak of scored) {
    const others = scored.filter((row) => row !== weak);
    if (raiseReading === 'counterfactual') others.push({ ...weak, averageTenths: 100 });
    yield { cause: () => scoredInput(weak), others: { commented, scored: others } };
  }
  if (raiseByCommentSubject === 'scoredOnly') return;
  for (const weak of commented) {
    if (weak.result === 'achieved') continue;
    yield {
      cause: () => commentedInput(weak),
      others: { scored, commented: commented.filter((row) => row !== weak) },
    };
  }
}

function oneLevelUp(level: SecondaryLevel): SecondaryLevel {
  return secondaryLevels[rankOf(level) - 1]?.id ?? level;
}

function raisedReason(base: SecondaryLevel, { cause, wouldBe }: SoleCause): Reason {
  const label = (level: SecondaryLevel) => labelOf(secondaryLevels, level);
  const fall = rankOf(base) - rankOf(wouldBe);
  const sentence = `Học tập được nâng một mức, từ ${label(base)} lên ${label(oneLevelUp(base))}, vì chỉ do một môn ${cause.label} (${cause.value}) mà thấp hơn mức ${label(wouldBe)} ${fall} mức`;
  return reason(law, sentence, [cause]);
}

/** The parameters of Đ9.3 that would have changed this pupil's level, said aloud. */
function settingsThatMattered(
  facts: AcademicFacts,
  base: SecondaryLevel,
  parameters: SecondaryParameters,
): readonly Reason[] {
  const raised = (changed: Partial<SecondaryParameters>) =>
    soleCause(facts, base, { ...parameters, ...changed }) !== undefined;
  const used: (keyof SecondaryParameters)[] = [];
  if (raised({ raiseReading: 'othersAlone' }) !== raised({ raiseReading: 'counterfactual' })) used.push('raiseReading');
  if (raised({ raiseByCommentSubject: 'included' }) !== raised({ raiseByCommentSubject: 'scoredOnly' }))
    used.push('raiseByCommentSubject');
  return used.map((parameter) => usedSetting(law, parameters, parameter));
}
