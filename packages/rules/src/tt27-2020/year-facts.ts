import {
  type CoreCompetence,
  type CoreQuality,
  coreCompetences,
  coreQualities,
  type PrimarySubject,
  primarySubjects,
  type QualityLevel,
  type SubjectLevel,
} from '@hocba/record';
import type { PrimaryParameters } from './parameters.ts';
import { subjectsWithTest } from './periodic-tests.ts';
import type { PrimarySubjectInput, PrimaryYearInput, RatedInput } from './primary-year-input.ts';
import { standingOf } from './subjects-by-grade.ts';

/** Every datum that decides a year's result, complete and lawful, in the order of the form. */
export interface YearFacts {
  readonly subjects: readonly { readonly subject: PrimarySubject; readonly level: SubjectLevel }[];
  readonly qualities: readonly { readonly name: CoreQuality; readonly level: QualityLevel }[];
  readonly competences: readonly { readonly name: CoreCompetence; readonly level: QualityLevel }[];
  /** Bài kiểm tra định kì cuối năm học, in tenths. */
  readonly tests: readonly { readonly subject: PrimarySubject; readonly scoreTenths: number }[];
}

/** Kết quả lần đầu, or with the supplementary results in their place. */
export type AssessmentStage = 'first' | 'afterSupplementary';

export function yearFacts(input: PrimaryYearInput, parameters: PrimaryParameters, stage: AssessmentStage): YearFacts {
  const rows = inOrderOf(primarySubjects, input.subjects, (row) => row.subject);
  const tested = subjectsWithTest(input.grade, 'yearEnd');
  return {
    subjects: rows
      .filter(({ subject }) => decides(subject, input, parameters))
      .flatMap((row) => withLevel({ subject: row.subject }, subjectLevelAt(row, stage))),
    qualities: rated(coreQualities, input.qualities, stage),
    competences: rated(coreCompetences, input.competences, stage),
    tests: rows
      .filter(({ subject }) => tested.includes(subject))
      .flatMap((row) => {
        const scoreTenths = scoreAt(row, stage);
        return scoreTenths === null ? [] : [{ subject: row.subject, scoreTenths }];
      }),
  };
}

/** Điểm có hiệu lực; `null` without exactly one effective attempt. @law TT27/2020 Đ7.1.d */
export function effectiveScore(row: PrimarySubjectInput): number | null {
  const effective = row.tests.filter((attempt) => attempt.effective);
  return effective.length === 1 ? (effective[0]?.scoreTenths ?? null) : null;
}

export function hasSupplementary(input: PrimaryYearInput): boolean {
  return (
    input.subjects.some((row) => row.supplementary !== null) ||
    [...input.qualities, ...input.competences].some((row) => row.supplementary !== null)
  );
}

function decides(subject: PrimarySubject, { grade }: PrimaryYearInput, { electives }: PrimaryParameters): boolean {
  const standing = standingOf(subject, grade);
  return standing === 'compulsory' || (standing === 'elective' && electives === 'counted');
}

function subjectLevelAt(row: PrimarySubjectInput, stage: AssessmentStage): SubjectLevel | null {
  return stage === 'first' ? row.level : (row.supplementary?.level ?? row.level);
}

function scoreAt(row: PrimarySubjectInput, stage: AssessmentStage): number | null {
  return stage === 'first' ? effectiveScore(row) : (row.supplementary?.scoreTenths ?? effectiveScore(row));
}

function rated<Name extends string>(
  terms: readonly { readonly id: Name }[],
  rows: readonly RatedInput<Name>[],
  stage: AssessmentStage,
) {
  return inOrderOf(terms, rows, (row) => row.name).flatMap((row) =>
    withLevel({ name: row.name }, stage === 'first' ? row.level : (row.supplementary ?? row.level)),
  );
}

function withLevel<Named extends object, Level>(
  named: Named,
  level: Level | null,
): (Named & { readonly level: Level })[] {
  return level === null ? [] : [{ ...named, level }];
}

function inOrderOf<Row, Id extends string>(
  terms: readonly { readonly id: Id }[],
  rows: readonly Row[],
  idOf: (row: Row) => Id,
): readonly Row[] {
  return terms.flatMap(({ id }) => rows.filter((row) => idOf(row) === id));
}
