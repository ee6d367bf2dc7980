import { judge } from '../condition.ts';
import type { DataProblem, Reason } from '../reason.ts';
import { academicConditions } from './academic-result.ts';
import { academicFacts, academicOutcome } from './academic-year.ts';
import { commendation } from './commendation.ts';
import { yearConduct } from './conduct.ts';
import type { SecondaryParameters } from './parameters.ts';
import { problem } from './problem.ts';
import { absenceLimit, promotion } from './promotion.ts';
import { type ReassessmentOutcome, reassess } from './reassessment-outcome.ts';
import type { SecondaryLevel } from './secondary-levels.ts';
import { secondaryStanding } from './secondary-subjects.ts';
import type { SecondaryYearInput } from './secondary-year-input.ts';
import type { AcademicOutcome, SecondarySubjectOutcome, SecondaryYearOutcome } from './secondary-year-outcome.ts';
import { levelCompletion, principalPromotion } from './special-circumstances.ts';
import { type SummerTrainingOutcome, summerTraining, summerTrainingConditions } from './summer-training.ts';
import { usedSetting } from './used-setting.ts';

interface CompleteYear {
  readonly input: SecondaryYearInput;
  readonly parameters: SecondaryParameters;
  readonly subjects: readonly SecondarySubjectOutcome[];
}

type Decided = Pick<
  SecondaryYearOutcome,
  'promoted' | 'levelCompleted' | 'titles' | 'summerTrainingDue' | 'reassessmentDue' | 'conditions' | 'errors'
>;

export interface YearEnd extends Decided {
  readonly year: AcademicOutcome;
  readonly afterReassessment: AcademicOutcome | null;
  readonly afterSummerTraining: SecondaryLevel | null;
  readonly summerReasons: readonly Reason[];
}

/** The order is itself law: conduct and summer training (Đ13) come before reassessment (Đ14), promotion after both. @law TT22/2021 Đ12, Đ13, Đ14 */
export function yearEnd({ input, parameters, subjects }: CompleteYear): YearEnd {
  const facts = academicFacts(input, subjects, { when: 'year', electives: parameters.electives });
  const year = academicOutcome(facts, parameters);
  const conduct = yearConduct(input.conduct.first ?? 'notAchieved', input.conduct.second ?? 'notAchieved');
  const training = summerTraining(conduct, input.summerTraining);
  const absences = (input.absentHalfDays?.withLeave ?? 0) + (input.absentHalfDays?.withoutLeave ?? 0);
  const { bothNotAchieved } = parameters;
  const again = reassess({
    input,
    parameters,
    facts,
    standing: {
      conduct,
      conductAfterTraining: training.conduct,
      academic: year.level,
      absentHalfDays: absences,
      bothNotAchieved,
    },
  });
  const standing: Standing = { input, parameters, conduct, academic: year.level, absences, training, again };
  const promoted = promotionOf(standing);
  const praise = commendation({ conduct, academic: year.level, scored: facts.scored });
  const errors = [...training.problems, ...again.problems, ...unforeseenDecision(standing)];
  const open = errors.length > 0 && !lostByAbsence(standing);
  return {
    year: { ...year, reasons: [...year.reasons, ...electivesReason(input, parameters)] },
    afterReassessment: again.outcome,
    afterSummerTraining: input.summerTraining === null ? null : training.conduct,
    summerReasons: training.reasons,
    promoted: open ? { holds: null, manner: null, reasons: [] } : promoted,
    levelCompleted: open ? { holds: null, reasons: [] } : levelCompletion(input, promoted),
    titles: titlesOf(standing, praise.titles),
    summerTrainingDue: training.due,
    reassessmentDue: again.due,
    conditions: [
      ...academicConditions(facts),
      ...judge(summerTrainingConditions, conduct),
      ...again.reports,
      ...promotion(factsOf(standing)).reports,
      ...praise.conditions,
    ],
    errors,
  };
}

interface Standing {
  readonly input: SecondaryYearInput;
  readonly parameters: SecondaryParameters;
  readonly conduct: SecondaryLevel;
  readonly academic: SecondaryLevel;
  readonly absences: number;
  readonly training: SummerTrainingOutcome;
  readonly again: ReassessmentOutcome;
}

/** What is still open counts as it stands. */
function factsOf({ conduct, academic, absences, training, again }: Standing) {
  return { conduct: training.conduct ?? conduct, academic: again.level ?? academic, absentHalfDays: absences };
}

/** @law TT22/2021 Đ12.1, Đ12.4 */
function promotionOf(standing: Standing): SecondaryYearOutcome['promoted'] {
  const { input, parameters, absences, training, again } = standing;
  const decision = promotion(factsOf(standing));
  const settings = settingsOfPromotion(standing);
  const reasons = [...decision.reasons, ...settings];
  if (input.principalDecision !== null) return principalPromotion(input);
  if (decision.holds) {
    const manner = summerHelped(standing) ? 'promotedAfterSummer' : 'promoted';
    return { holds: true, manner, reasons: [...training.reasons, ...again.reasons.slice(0, 1), ...reasons] };
  }
  if (absences > absenceLimit) return { holds: false, manner: 'retained', reasons };
  if (bothFailed(standing) && parameters.bothNotAchieved === 'retained') {
    return { holds: false, manner: 'retained', reasons };
  }
  const lost = training.conduct === 'notAchieved' || (training.conduct !== null && again.level === 'notAchieved');
  if (!lost) return { holds: null, manner: null, reasons: [...training.reasons, ...again.reasons, ...settings] };
  return { holds: false, manner: 'retained', reasons: [...training.reasons, ...again.reasons, ...reasons] };
}

/** Nothing of the summer cures it, however wrong what is written of the summer. @law TT22/2021 Đ12.1.c */
function lostByAbsence({ input, absences }: Standing): boolean {
  return absences > absenceLimit && input.principalDecision === null;
}

function summerHelped({ training, again }: Standing): boolean {
  return training.due || again.outcome !== null;
}

function bothFailed({ conduct, academic }: Standing): boolean {
  return conduct === 'notAchieved' && academic === 'notAchieved';
}

/** The readings of the circular that decide whether this pupil goes up, or is praised all the same. */
function settingsOfPromotion(standing: Standing): readonly Reason[] {
  const { parameters, absences, conduct, academic } = standing;
  const titleLost = absences > absenceLimit && conduct === 'good' && academic === 'good';
  return [
    ...(bothFailed(standing) && absences <= absenceLimit
      ? [usedSetting('TT22/2021 Đ14', parameters, 'bothNotAchieved')]
      : []),
    ...(titleLost && parameters.titleDespiteAbsences === 'withheld'
      ? [usedSetting('TT22/2021 Đ15', parameters, 'titleDespiteAbsences')]
      : []),
  ];
}

/** @law TT22/2021 Đ15 */
function titlesOf(
  { parameters, absences }: Standing,
  titles: SecondaryYearOutcome['titles'],
): SecondaryYearOutcome['titles'] {
  if (absences <= absenceLimit) return titles;
  if (parameters.titleDespiteAbsences === 'withheld') return [];
  const setting = usedSetting('TT22/2021 Đ15', parameters, 'titleDespiteAbsences');
  return titles.map((title) => ({ ...title, reasons: [...title.reasons, setting] }));
}

/** A pupil with a tự chọn subject is told whether it counts. */
function electivesReason({ grade, subjects }: SecondaryYearInput, parameters: SecondaryParameters): readonly Reason[] {
  const taken = subjects.some(({ subject }) => secondaryStanding(subject, grade) === 'elective');
  return taken ? [usedSetting('TT22/2021 Đ9.2', parameters, 'electives')] : [];
}

/** Only for a pupil with an individual plan, or with both results Chưa đạt and no more than absence allows, may the principal decide. @law TT22/2021 Đ12.1.c, Đ12.4 */
function unforeseenDecision(standing: Standing): readonly DataProblem[] {
  const { principalDecision, individualEducationPlan } = standing.input;
  const foreseen = individualEducationPlan || (bothFailed(standing) && standing.absences <= absenceLimit);
  if (principalDecision === null || foreseen) return [];
  const datum = { kind: 'decision', of: 'promotion', label: 'Quyết định của hiệu trưởng' } as const;
  const sentence =
    'Việc lên lớp của học sinh này tính theo kết quả, không theo quyết định của hiệu trưởng: xoá quyết định';
  return [problem(datum, 'decisionNotForeseen', { law: 'TT22/2021 Đ12', sentence })];
}
