import { labelOf } from '@hocba/record';
import { allHold, type ConditionReport } from '../condition.ts';
import { type DataProblem, listInWords, type Reason, type ReasonInput, reason } from '../reason.ts';
import { type AcademicFacts, commentedInput, scoredInput } from './academic-facts.ts';
import { academicOutcome } from './academic-year.ts';
import type { SecondaryParameters } from './parameters.ts';
import {
  afterReassessment,
  type ReassessmentFacts,
  reassessmentProblems,
  reassessmentReports,
  subjectsToReassess,
  wasReassessed,
} from './reassessment.ts';
import { type SecondaryLevel, secondaryLevels } from './secondary-levels.ts';
import type { SecondaryYearInput } from './secondary-year-input.ts';
import type { AcademicOutcome } from './secondary-year-outcome.ts';
import { usedSetting } from './used-setting.ts';

export interface ReassessmentOutcome {
  /** `null` where none took place. */
  readonly outcome: AcademicOutcome | null;
  /** The academic level that counts for promotion; `null` while the reassessment is to come. */
  readonly level: SecondaryLevel | null;
  readonly due: readonly ReasonInput[];
  readonly reasons: readonly Reason[];
  readonly reports: readonly ConditionReport[];
  readonly problems: readonly DataProblem[];
}

interface BeforeReassessment {
  readonly input: SecondaryYearInput;
  readonly parameters: SecondaryParameters;
  readonly facts: AcademicFacts;
  readonly standing: ReassessmentFacts;
}

/** Kiểm tra, đánh giá lại: who may, which subjects, and the level it gives. @law TT22/2021 Đ14 */
export function reassess({ input, parameters, facts, standing }: BeforeReassessment): ReassessmentOutcome {
  const reports = reassessmentReports(standing);
  const refused = reports.find(({ holds }) => !holds)?.objection ?? null;
  const problems = reassessmentProblems(input.subjects, facts, refused);
  const nothing = { outcome: null, due: [], reasons: [], reports, problems };
  if (!allHold(reports)) return { ...nothing, level: standing.academic };
  const due = subjectsToReassess(facts);
  if (!input.subjects.some(wasReassessed)) return { ...nothing, due, level: null, reasons: [pending(due)] };
  const outcome = academicAgain(afterReassessment(facts, input.subjects), parameters);
  const done = input.subjects.filter(wasReassessed).map(({ subject }) => subject);
  const stillDue = outcome.level === 'notAchieved' ? due.filter(({ of }) => !done.some((one) => one === of)) : [];
  const reasons = [reassessedReason(input, outcome.level), ...outcome.reasons];
  return { outcome, level: outcome.level, due: stillDue, reasons, reports, problems };
}

/** Kết quả học tập once more, with Đ9.3 as the parameter says; said aloud where the other setting gives another level. */
function academicAgain(facts: AcademicFacts, parameters: SecondaryParameters) {
  const outcome = academicOutcome(facts, parameters, parameters.raiseAfterReassessment);
  const raised = academicOutcome(facts, parameters, 'applied');
  if (raised.level === raised.base) return outcome;
  const setting = usedSetting('TT22/2021 Đ14', parameters, 'raiseAfterReassessment');
  return { ...outcome, reasons: [...outcome.reasons, setting] };
}

function reassessedReason({ subjects }: SecondaryYearInput, level: SecondaryLevel): Reason {
  const inputs = subjects.flatMap((row): readonly ReasonInput[] => {
    const { subject } = row;
    if (row.form === 'byScore')
      return row.reassessedTenths === null ? [] : [scoredInput({ subject, averageTenths: row.reassessedTenths })];
    return row.reassessed === null ? [] : [commentedInput({ subject, result: row.reassessed })];
  });
  const names = listInWords(inputs.map(({ label, value }) => `${label} (${value})`));
  const sentence = `Sau kiểm tra, đánh giá lại ${names}, học tập là ${labelOf(secondaryLevels, level)}`;
  return reason('TT22/2021 Đ14', sentence, inputs);
}

function pending(due: readonly ReasonInput[]): Reason {
  const names = due.map(({ label, value }) => `${label} (${value})`).join(', ');
  return reason('TT22/2021 Đ14', `Học tập cả năm Chưa đạt: được kiểm tra, đánh giá lại ${names}`, due);
}
