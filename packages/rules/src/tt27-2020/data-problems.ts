import { coreCompetences, coreQualities, primarySubjects } from '@hocba/record';
import { findCircular } from '../circulars.ts';
import type { DataProblem, Datum } from '../reason.ts';
import type { AssessmentPoint } from './assessment-points.ts';
import { competenceOf, levelOf, qualityOf } from './labels.ts';
import type { PrimaryParameters } from './parameters.ts';
import type { PrimaryAssessmentInput } from './primary-year-input.ts';
import { problem } from './problem.ts';
import { subjectRowProblems } from './subject-row-problems.ts';

/** Everything wrong with what was entered, before any rule is applied. Rows that are merely blank are not problems. */
export function dataProblems(
  input: PrimaryAssessmentInput,
  parameters: PrimaryParameters,
  point: AssessmentPoint,
): readonly DataProblem[] {
  return [
    ...circularProblems(input),
    ...planProblems(input),
    ...duplicateRows(input),
    ...inFormOrder(input).flatMap((row) => subjectRowProblems(row, { input, parameters, point })),
  ];
}

function inFormOrder({ subjects }: PrimaryAssessmentInput) {
  return primarySubjects.flatMap(({ id }) => subjects.filter((row) => row.subject === id));
}

/** @law TT27/2020 Đ2 */
function circularProblems({ grade, schoolYear }: PrimaryAssessmentInput): readonly DataProblem[] {
  const governing = findCircular({ grade, schoolYear });
  if (governing?.id === 'TT27/2020') return [];
  return [
    problem({ kind: 'schoolYear', of: '', label: 'Năm học' }, 'circularNotInForce', {
      law: 'TT27/2020 Đ2',
      sentence: `Năm học “${schoolYear}” của lớp ${grade} không thuộc diện áp dụng Thông tư 27/2020/TT-BGDĐT${governing ? ` (áp dụng ${governing.number})` : ''}: kiểm tra lại năm học và khối lớp`,
    }),
  ];
}

/** @law TT27/2020 Đ8 */
function planProblems(input: PrimaryAssessmentInput): readonly DataProblem[] {
  const subject = { kind: 'decision', of: 'individualEducationPlan', label: 'Kế hoạch giáo dục cá nhân' } as const;
  const law = 'TT27/2020 Đ8';
  const exempted = [...input.qualities, ...input.competences].some((row) => row.exempted === true);
  const found: DataProblem[] = [];
  if ((input.levelWithheld || exempted) && !input.individualEducationPlan) {
    const sentence =
      'Học sinh không có kế hoạch giáo dục cá nhân nên phải được đánh giá đủ: nhập mức đạt được, hoặc bổ sung kế hoạch giáo dục cá nhân';
    found.push(problem(subject, 'exemptionWithoutPlan', { law, sentence }));
  }
  if (input.individualEducationPlan && !input.disability) {
    const sentence =
      'Có kế hoạch giáo dục cá nhân nhưng chưa ghi là học sinh khuyết tật: kiểm tra lại thông tin học sinh';
    found.push(problem(subject, 'planWithoutDisability', { law, sentence, severity: 'warning' }));
  }
  return found;
}

/** Blank rows of a printed form included: two rows of one name leave it open which one counts. */
function duplicateRows({ subjects, qualities, competences }: PrimaryAssessmentInput): readonly DataProblem[] {
  const allDiffer = (names: readonly string[]) => new Set(names).size === names.length;
  const names = [...qualities, ...competences].map(({ name }) => name);
  if (allDiffer(subjects.map(({ subject }) => subject)) && allDiffer(names)) return [];
  const entered = [
    ...subjects.map((row) => levelOf(row.subject)),
    ...qualities.map((row) => qualityOf(row.name)),
    ...competences.map((row) => competenceOf(row.name)),
  ];
  return formRows()
    .filter((row) => entered.filter(({ kind, of }) => kind === row.kind && of === row.of).length > 1)
    .map((row) => {
      const sentence = `${row.label} được ghi nhiều lần: chỉ giữ lại một dòng`;
      return problem(row, 'duplicateRow', { law: 'TT27/2020 Đ9.2', sentence });
    });
}

function formRows(): readonly Datum[] {
  return [
    ...primarySubjects.map(({ id }) => levelOf(id)),
    ...coreQualities.map(({ id }) => qualityOf(id)),
    ...coreCompetences.map(({ id }) => competenceOf(id)),
  ];
}
