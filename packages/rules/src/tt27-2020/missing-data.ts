import { coreCompetences, coreQualities, type PrimarySubject, primarySubjects } from '@hocba/record';
import type { Datum, MissingDatum } from '../reason.ts';
import { type AssessmentPoint, assessmentPointLabel } from './assessment-points.ts';
import { competenceOf, levelOf, qualityOf, scoreOf } from './labels.ts';
import type { PrimaryParameters } from './parameters.ts';
import { subjectsWithTest } from './periodic-tests.ts';
import type { PrimaryAssessmentInput, PrimarySubjectInput } from './primary-year-input.ts';
import { competenceMayStayBlank, standingOf } from './subjects-by-grade.ts';

/** Every datum due at this point of the year that nobody has entered. @law TT27/2020 Đ7, Đ9.2 */
export function missingData(
  input: PrimaryAssessmentInput,
  parameters: PrimaryParameters,
  point: AssessmentPoint,
): readonly MissingDatum[] {
  if (input.levelWithheld) return [];
  return [
    ...missingLevels(input, point),
    ...missingScores(input, parameters, point),
    ...missingSupplementary(input),
    ...missingQualities(input),
    ...missingCompetences(input, parameters),
  ];
}

function missingLevels(input: PrimaryAssessmentInput, point: AssessmentPoint): readonly MissingDatum[] {
  return primarySubjects
    .filter(({ id }) => standingOf(id, input.grade) === 'compulsory')
    .filter(({ id }) => !rowsOf(input, id).some((row) => row.level !== null || row.exemption === 'assessment'))
    .map(({ id, label }) => missing(levelOf(id), `Chưa có mức đạt được ${assessmentPointLabel(point)} của ${label}`));
}

function missingScores(
  input: PrimaryAssessmentInput,
  parameters: PrimaryParameters,
  point: AssessmentPoint,
): readonly MissingDatum[] {
  return subjectsWithTest(input.grade, point)
    .filter((subject) => !hasTestOrExemption(input, subject) && !sharesTest(input, subject, parameters))
    .map((subject) => {
      const datum = scoreOf(subject);
      return missing(datum, `Chưa có điểm kiểm tra định kì ${assessmentPointLabel(point)} của ${datum.label}`);
    });
}

/** A supplementary assessment that says nothing took place only on paper. @law TT27/2020 Đ11.1.b */
function missingSupplementary({ subjects }: PrimaryAssessmentInput): readonly MissingDatum[] {
  return primarySubjects.flatMap(({ id }) =>
    subjects
      .filter(({ subject, supplementary }) => subject === id && supplementary !== null && isEmpty(supplementary))
      .map(() => {
        const datum = levelOf(id);
        return missing(datum, `Chưa có mức đạt được, điểm đánh giá bổ sung của ${datum.label}`);
      }),
  );
}

function isEmpty({ level, scoreTenths }: NonNullable<PrimarySubjectInput['supplementary']>): boolean {
  return level === null && scoreTenths === null;
}

function missingQualities({ qualities }: PrimaryAssessmentInput): readonly MissingDatum[] {
  return coreQualities
    .filter(({ id }) => isBlank(qualities.filter(({ name }) => name === id)))
    .map(({ id, label }) => missing(qualityOf(id), `Chưa có mức đạt được của phẩm chất ${label}`));
}

function missingCompetences(
  { grade, competences }: PrimaryAssessmentInput,
  { competencesBeforeSubject }: PrimaryParameters,
): readonly MissingDatum[] {
  return coreCompetences
    .filter(({ id }) => competencesBeforeSubject === 'required' || !competenceMayStayBlank(id, grade))
    .filter(({ id }) => isBlank(competences.filter(({ name }) => name === id)))
    .map(({ id, label }) => missing(competenceOf(id), `Chưa có mức đạt được của năng lực ${label}`));
}

function sharesTest(input: PrimaryAssessmentInput, subject: PrimarySubject, parameters: PrimaryParameters): boolean {
  if (parameters.informaticsTechnologyTest === 'eachBranch') return false;
  if (subject === 'informatics') return hasTestOrExemption(input, 'technology');
  return subject === 'technology' && hasTestOrExemption(input, 'informatics');
}

function hasTestOrExemption(input: PrimaryAssessmentInput, subject: PrimarySubject): boolean {
  return rowsOf(input, subject).some((row) => row.tests.length > 0 || (row.exemption ?? 'none') !== 'none');
}

function rowsOf(input: PrimaryAssessmentInput, subject: PrimarySubject): readonly PrimarySubjectInput[] {
  return input.subjects.filter((row) => row.subject === subject);
}

function isBlank(rows: readonly { readonly level: unknown; readonly exempted?: boolean }[]): boolean {
  return !rows.some((row) => row.level !== null || row.exempted === true);
}

function missing(datum: Datum, sentence: string): MissingDatum {
  return { ...datum, sentence: `${sentence}: cần nhập trước khi xét kết quả.` };
}
