import {
  type ConclusionOutcome,
  evaluateYear,
  type PrimaryGrade,
  type PrimaryYearOutcome,
  primaryYearConclusion,
} from '@hocba/rules';
import type { EnrolledStudent } from '../enrolment/index.ts';
import { type PupilYearFacts, rulesInput } from './pupil-year-facts.ts';

/** Where a pupil stands on the way to a year sheet. `waiting`: not completed, supplementary assessment or decision due. */
export type Readiness = 'ready' | 'waiting' | 'problems';

export interface PupilOutcome {
  readonly outcome: PrimaryYearOutcome;
  readonly conclusion: ConclusionOutcome;
  readonly readiness: Readiness;
}

export interface PupilInClass {
  readonly student: EnrolledStudent;
  readonly schoolYear: string;
  readonly grade: number;
}

/** What TT27/2020 makes of the facts as entered. Pure. */
export function evaluatePupil(facts: PupilYearFacts, pupil: PupilInClass): PupilOutcome {
  const { student, schoolYear } = pupil;
  const input = rulesInput(facts, { schoolYear, grade: pupil.grade as PrimaryGrade, profile: student.profile });
  const outcome = evaluateYear('TT27/2020', input);
  const conclusion = primaryYearConclusion(input, outcome);
  return { outcome, conclusion, readiness: readinessOf(outcome, conclusion) };
}

function readinessOf(outcome: PrimaryYearOutcome, conclusion: ConclusionOutcome): Readiness {
  if ('conclusion' in conclusion) return 'ready';
  return outcome.missing.length + outcome.errors.length > 0 ? 'problems' : 'waiting';
}
