import { coreCompetences, coreQualities, type PrimarySubject, primarySubjects } from '@hocba/record';
import type { Datum, MissingDatum } from '../reason.ts';
import { competenceOf, levelOf, qualityOf, scoreOf } from './labels.ts';
import type { PrimaryParameters } from './parameters.ts';
import { subjectsWithTest } from './periodic-tests.ts';
import type { PrimarySubjectInput, PrimaryYearInput } from './primary-year-input.ts';
import { competenceMayStayBlank, standingOf } from './subjects-by-grade.ts';

/** Every datum that the year's result needs and nobody has entered. @law TT27/2020 Đ7, Đ9.2 */
export function missingData(input: PrimaryYearInput, parameters: PrimaryParameters): readonly MissingDatum[] {
  if (input.levelWithheld) return [];
  return [
    ...missingLevels(input),
    ...missingScores(input, parameters),
    ...missingQualities(input),
    ...missingCompetences(input, parameters),
  ];
}

function missingLevels(input: PrimaryYearInput): readonly MissingDatum[] {
  return primarySubjects
    .filter(({ id }) => standingOf(id, input.grade) === 'compulsory')
    .filter(({ id }) => !rowsOf(input, id).some((row) => row.level !== null || row.exemption === 'assessment'))
    .map(({ id, label }) => missing(levelOf(id), `Chưa có mức đạt được cuối năm của ${label}`));
}

function missingScores(input: PrimaryYearInput, parameters: PrimaryParameters): readonly MissingDatum[] {
  return subjectsWithTest(input.grade, 'yearEnd')
    .filter((subject) => !hasTestOrExemption(input, subject) && !sharesTest(input, subject, parameters))
    .map((subject) => {
      const datum = scoreOf(subject);
      return missing(datum, `Chưa có điểm kiểm tra định kì cuối năm của ${datum.label}`);
    });
}

function missingQualities({ qualities }: PrimaryYearInput): readonly MissingDatum[] {
  return coreQualities
    .filter(({ id }) => isBlank(qualities.filter(({ name }) => name === id)))
    .map(({ id, label }) => missing(qualityOf(id), `Chưa có mức đạt được của phẩm chất ${label}`));
}

function missingCompetences(
  { grade, competences }: PrimaryYearInput,
  { competencesBeforeSubject }: PrimaryParameters,
): readonly MissingDatum[] {
  return coreCompetences
    .filter(({ id }) => competencesBeforeSubject === 'required' || !competenceMayStayBlank(id, grade))
    .filter(({ id }) => isBlank(competences.filter(({ name }) => name === id)))
    .map(({ id, label }) => missing(competenceOf(id), `Chưa có mức đạt được của năng lực ${label}`));
}

function sharesTest(input: PrimaryYearInput, subject: PrimarySubject, parameters: PrimaryParameters): boolean {
  if (parameters.informaticsTechnologyTest === 'eachBranch') return false;
  if (subject === 'informatics') return hasTestOrExemption(input, 'technology');
  return subject === 'technology' && hasTestOrExemption(input, 'informatics');
}

function hasTestOrExemption(input: PrimaryYearInput, subject: PrimarySubject): boolean {
  return rowsOf(input, subject).some((row) => row.tests.length > 0 || (row.exemption ?? 'none') !== 'none');
}

function rowsOf(input: PrimaryYearInput, subject: PrimarySubject): readonly PrimarySubjectInput[] {
  return input.subjects.filter((row) => row.subject === subject);
}

function isBlank(rows: readonly { readonly level: unknown; readonly exempted?: boolean }[]): boolean {
  return !rows.some((row) => row.level !== null || row.exempted === true);
}

function missing(datum: Datum, sentence: string): MissingDatum {
  return { ...datum, sentence: `${sentence}: cần nhập trước khi xét kết quả năm học.` };
}
