import type { DataProblem, MissingDatum } from '../reason.ts';
import { academicFacts, academicOutcome, academicUnknown } from './academic-year.ts';
import { conductReason, yearConduct } from './conduct.ts';
import { dataProblems } from './data-problems.ts';
import { inFormOrder } from './form-order.ts';
import { missingInSemester, missingInYear } from './missing-data.ts';
import { type SecondaryParameters, secondaryParameters } from './parameters.ts';
import { regularScoresDue } from './regular-scores.ts';
import type { SecondaryYearInput } from './secondary-year-input.ts';
import type { AcademicOutcome, SecondarySubjectOutcome, SecondaryYearOutcome } from './secondary-year-outcome.ts';
import { byPrincipal } from './special-circumstances.ts';
import { type Semester, subjectResults } from './subject-results.ts';
import { yearEnd } from './year-end.ts';

/**
 * The year of a pupil of THCS or THPT, in the order of the circular: data, subjects, semesters; then {@link yearEnd}:
 * academic result, conduct, summer training, reassessment, promotion, praise.
 * @law TT22/2021 Đ8, Đ9, Đ12, Đ13, Đ14, Đ15
 */
export function evaluateSecondaryYear(given: SecondaryYearInput): SecondaryYearOutcome {
  const input = { ...given, subjects: inFormOrder(given.subjects) };
  const parameters = secondaryParameters(input.parameters);
  const problems = dataProblems(input);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const subjects = input.subjects.map((row) => subjectResults(row, regularScoresDue(row.subject, input.grade)));
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const start = { ...beginning({ input, parameters, errors, subjects }), warnings };
  const missing = missingInYear(input);
  if (errors.length > 0 || missing.length > 0) return { ...start, missing };
  if (input.subjects.some(({ exempted }) => exempted === true)) {
    const { year: withoutLevel, ...byDecision } = byPrincipal(input);
    return { ...start, ...byDecision, academic: { ...start.academic, year: withoutLevel } };
  }
  const end = yearEnd({ input, parameters, subjects });
  const { year, afterReassessment, afterSummerTraining, summerReasons, ...decided } = end;
  return {
    ...start,
    ...decided,
    academic: { ...start.academic, year, afterReassessment },
    conduct: { ...start.conduct, afterSummerTraining, reasons: [...start.conduct.reasons, ...summerReasons] },
  };
}

interface Beginning {
  readonly input: SecondaryYearInput;
  readonly parameters: SecondaryParameters;
  readonly errors: readonly DataProblem[];
  readonly subjects: readonly SecondarySubjectOutcome[];
}

/** What is known before the year's own result: subjects, semesters, conduct; everything else open. */
function beginning({ input, parameters, errors, subjects }: Beginning): SecondaryYearOutcome {
  const { first, second } = input.conduct;
  const year = first === null || second === null ? null : yearConduct(first, second);
  const reasons = first === null || second === null ? [] : [conductReason(first, second)];
  const semester = (when: Semester) =>
    errors.length > 0 ? academicUnknown : semesterOutcome(when, { input, parameters, subjects });
  const noMissing: readonly MissingDatum[] = [];
  return {
    circular: 'TT22/2021',
    subjects: errors.length > 0 ? [] : subjects,
    academic: { first: semester('first'), second: semester('second'), year: academicUnknown, afterReassessment: null },
    conduct: { first, second, year, afterSummerTraining: null, reasons },
    promoted: { holds: null, manner: null, reasons: [] },
    levelCompleted: { holds: null, reasons: [] },
    titles: [],
    summerTrainingDue: false,
    reassessmentDue: [],
    conditions: [],
    missing: noMissing,
    errors,
    warnings: [],
  };
}

function semesterOutcome(when: Semester, { input, parameters, subjects }: Omit<Beginning, 'errors'>): AcademicOutcome {
  const exempted = input.subjects.some((row) => row.exempted === true);
  if (exempted || missingInSemester(input, when).length > 0) return academicUnknown;
  const { electives } = parameters;
  return academicOutcome(academicFacts(input, subjects, { when, electives }), parameters);
}
