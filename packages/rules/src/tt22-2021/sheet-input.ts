import type {
  LowerSecondaryYearSheet,
  SecondarySubjectResult,
  SecondaryYearSheet,
  UpperSecondaryYearSheet,
} from '@hocba/record';
import type { SecondaryParameters } from './parameters.ts';
import type { SecondarySubjectInput, SecondaryYearInput } from './secondary-year-input.ts';

/** The year sheets that TT22/2021 governs. */
export type GeneralSecondarySheet = LowerSecondaryYearSheet | UpperSecondaryYearSheet;

/**
 * A frozen sheet read as the data it was made from: semester averages, never single scores, which it does not carry. The
 * year's average is left to be computed where both semesters stand. What only people decide is taken as stated.
 */
export function inputOfSecondarySheet(
  sheet: GeneralSecondarySheet,
  parameters: Partial<SecondaryParameters> = {},
): SecondaryYearInput {
  const { conclusion, student } = sheet;
  const { promotion, principalReason } = conclusion;
  const { afterSummer } = conclusion.conduct;
  return {
    ...inputOfSecondaryRows(sheet),
    summerTraining: afterSummer && { completed: afterSummer !== 'notAchieved', level: afterSummer },
    disability: student.disability,
    individualEducationPlan: student.individualEducationPlan,
    principalDecision:
      principalReason === null ? null : { promoted: promotion !== 'retained', writtenReason: principalReason },
    parameters,
  };
}

/** What general and continuing education have alike. */
export function inputOfSecondaryRows({ schoolYear, grade, subjects, conclusion }: SecondaryYearSheet) {
  const { conduct, absentHalfDays } = conclusion;
  return {
    schoolYear,
    grade,
    subjects: subjects.map(inputOfRow),
    conduct: { first: conduct.first, second: conduct.second },
    absentHalfDays,
  };
}

function inputOfRow(row: SecondarySubjectResult): SecondarySubjectInput {
  const { subject, exempted } = row;
  if (row.form === 'byScore') {
    const { first, second, year, afterReassessment } = row.marks;
    const given = year === null || (first !== null && second !== null) ? {} : { yearAverageTenths: year };
    return {
      form: 'byScore',
      subject,
      exempted,
      first: first === null ? null : { averageTenths: first },
      second: second === null ? null : { averageTenths: second },
      ...given,
      reassessedTenths: afterReassessment,
    };
  }
  const { first, second, year, afterReassessment } = row.marks;
  const given = year === null || (first !== null && second !== null) ? {} : { yearResult: year };
  return {
    form: 'byComment',
    subject,
    exempted,
    first: first && { result: first },
    second: second && { result: second },
    ...given,
    reassessed: afterReassessment,
  };
}
