import type { AcademicFacts } from './academic-facts.ts';
import { academicResult } from './academic-result.ts';
import type { SecondaryParameters } from './parameters.ts';
import { raiseOneLevel } from './raise-one-level.ts';
import { secondaryStanding } from './secondary-subjects.ts';
import type { SecondaryYearInput } from './secondary-year-input.ts';
import type { AcademicOutcome, BySemester, SecondarySubjectOutcome } from './secondary-year-outcome.ts';

export const academicUnknown: AcademicOutcome = { level: null, base: null, reasons: [] };

/** The results that count for kết quả học tập: compulsory and chosen subjects, electives by parameter. */
export function academicFacts(
  { grade }: Pick<SecondaryYearInput, 'grade'>,
  outcomes: readonly SecondarySubjectOutcome[],
  {
    when,
    electives,
  }: { readonly when: keyof BySemester<unknown>; readonly electives: SecondaryParameters['electives'] },
): AcademicFacts {
  const counted = outcomes.filter(
    ({ subject }) => electives === 'counted' || secondaryStanding(subject, grade) !== 'elective',
  );
  return {
    scored: counted.flatMap((row) =>
      row.form === 'byScore' && row[when] !== null ? [{ subject: row.subject, averageTenths: row[when] }] : [],
    ),
    commented: counted.flatMap((row) =>
      row.form === 'byComment' && row[when] !== null ? [{ subject: row.subject, result: row[when] }] : [],
    ),
  };
}

/** Kết quả học tập with Đ9.3. @law TT22/2021 Đ9.2, Đ9.3 */
export function academicOutcome(
  facts: AcademicFacts,
  parameters: SecondaryParameters,
  raise: 'applied' | 'notApplied' = 'applied',
): AcademicOutcome & { readonly level: NonNullable<AcademicOutcome['level']> } {
  const { level: base, reasons } = academicResult(facts);
  if (raise === 'notApplied') return { level: base, base, reasons };
  const raised = raiseOneLevel(facts, base, parameters);
  return { level: raised.level, base, reasons: [...reasons, ...raised.reasons] };
}
