import { commendations, labelOf, type PrimarySubjectResult, type PrimaryYearSheet, type RatedRow } from '@hocba/record';
import type { PrimaryParameters } from './parameters.ts';
import { subjectsWithTest } from './periodic-tests.ts';
import type { PrimarySubjectInput, PrimaryYearInput, RatedInput } from './primary-year-input.ts';

/**
 * A frozen sheet read as the data it was made from. What only people decide (promotion without completion, the title
 * Học sinh Tiêu biểu, a level withheld under an individual plan) is taken as the sheet states it.
 */
export function inputOfSheet(sheet: PrimaryYearSheet, parameters: Partial<PrimaryParameters> = {}): PrimaryYearInput {
  const { conclusion, student, qualitiesAndCompetences: rows } = sheet;
  const withPlan = student.individualEducationPlan;
  const levelWithheld = withPlan && conclusion.educationResult === null;
  const decidedByPrincipal = levelWithheld || !conclusion.gradeCompleted;
  return {
    schoolYear: sheet.schoolYear,
    grade: sheet.grade,
    subjects: sheet.subjects.map((row) => subjectInput(row, sheet)),
    qualities: rows.qualities.map((row) => ratedInput(row, withPlan)),
    competences: [...rows.generalCompetences, ...rows.specificCompetences].map((row) => ratedInput(row, withPlan)),
    disability: student.disability,
    individualEducationPlan: withPlan,
    levelWithheld,
    principalDecision: decidedByPrincipal
      ? { promoted: conclusion.promoted, gradeCompleted: conclusion.gradeCompleted }
      : null,
    commendation: commendationOf(conclusion.commendations),
    parameters,
  };
}

function subjectInput(row: PrimarySubjectResult, { grade, student }: PrimaryYearSheet): PrimarySubjectInput {
  const testDue = subjectsWithTest(grade, 'yearEnd').includes(row.subject);
  const spared = row.level === null ? 'assessment' : testDue && row.score === null ? 'test' : 'none';
  return {
    subject: row.subject,
    level: row.level,
    tests: row.score === null ? [] : [{ scoreTenths: row.score, effective: true }],
    comment: row.comment,
    supplementary: row.supplementary && { level: row.supplementary.level, scoreTenths: row.supplementary.score },
    exemption: student.individualEducationPlan ? spared : 'none',
  };
}

function ratedInput<Name extends string>(row: RatedRow<Name>, withPlan: boolean): RatedInput<Name> {
  return { ...row, exempted: withPlan && row.level === null };
}

function commendationOf(stated: readonly string[]) {
  const titles: readonly string[] = commendations.map(({ label }) => label);
  const recognised = stated.includes(labelOf(commendations, 'exemplaryStudent'));
  return {
    outstandingOrClearProgress: recognised,
    recognisedByClass: recognised,
    others: stated.filter((text) => !titles.includes(text)),
  };
}
