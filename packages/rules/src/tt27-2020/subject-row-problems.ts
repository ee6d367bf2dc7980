import type { DataProblem, Datum } from '../reason.ts';
import { tenthsLabel } from '../tenths.ts';
import { type AssessmentPoint, assessmentPointLabel } from './assessment-points.ts';
import { commentOf, levelOf, scoreOf } from './labels.ts';
import type { PrimaryParameters } from './parameters.ts';
import { subjectsWithTest } from './periodic-tests.ts';
import type { PrimaryAssessmentInput, PrimarySubjectInput } from './primary-year-input.ts';
import { problem } from './problem.ts';
import { standingOf } from './subjects-by-grade.ts';

interface RowContext {
  readonly input: PrimaryAssessmentInput;
  readonly parameters: PrimaryParameters;
  readonly point: AssessmentPoint;
}

export function subjectRowProblems(row: PrimarySubjectInput, context: RowContext): readonly DataProblem[] {
  const { grade } = context.input;
  if (standingOf(row.subject, grade) === 'notTaught') return isEmpty(row) ? [] : [notTaught(row, grade)];
  return [
    ...testProblems(row, context),
    ...enteredScores(row).flatMap((tenths) => scoreProblems(scoreOf(row.subject), tenths, context.parameters)),
    ...exemptionProblems(row, context.input),
    ...commentProblems(row, context),
  ];
}

function isEmpty(row: PrimarySubjectInput): boolean {
  return row.level === null && row.tests.length === 0 && row.comment.trim() === '' && row.supplementary === null;
}

function notTaught(row: PrimarySubjectInput, grade: number): DataProblem {
  const datum = levelOf(row.subject);
  const sentence = `Lớp ${grade} không học ${datum.label} nhưng dòng này có dữ liệu: để trống cả mức, điểm và nhận xét`;
  return problem(datum, 'subjectNotTaught', { law: 'TT32/2018 Đ1', sentence });
}

function enteredScores({ tests, supplementary }: PrimarySubjectInput): readonly number[] {
  const again = supplementary?.scoreTenths ?? null;
  return [...tests.map((attempt) => attempt.scoreTenths), ...(again === null ? [] : [again])];
}

/** Thang điểm 10, không cho điểm thập phân. @law TT27/2020 Đ7.1.d */
export function scoreProblems(
  datum: Datum,
  tenths: number,
  { zeroScore }: Pick<PrimaryParameters, 'zeroScore'>,
): readonly DataProblem[] {
  const law = 'TT27/2020 Đ7.1.d';
  const shown = `Điểm kiểm tra ${datum.label} là ${tenthsLabel(tenths)}`;
  if (!(tenths >= 0 && tenths <= 100))
    return [problem(datum, 'scoreOutOfRange', { law, sentence: `${shown}, ngoài thang điểm 10: nhập lại điểm` })];
  if (tenths % 10 !== 0) {
    const sentence = `${shown}, nhưng bài kiểm tra định kì chỉ cho điểm nguyên: nhập lại số nguyên từ 1 đến 10`;
    return [problem(datum, 'scoreNotWhole', { law, sentence })];
  }
  if (tenths === 0 && zeroScore === 'rejected') {
    const sentence = `${shown}, nhưng hệ thống đang đặt không nhận điểm 0: nếu chưa có điểm thì để trống, nếu đúng là 0 thì quản trị viên phải cho phép điểm 0`;
    return [problem(datum, 'zeroScoreRejected', { law, sentence })];
  }
  return [];
}

/** @law TT27/2020 Đ7.1.b, Đ7.1.d */
function testProblems(row: PrimarySubjectInput, { input, point }: RowContext): readonly DataProblem[] {
  const datum = scoreOf(row.subject);
  if (!subjectsWithTest(input.grade, point).includes(row.subject)) {
    if (enteredScores(row).length === 0) return [];
    const sentence = `${datum.label} ở lớp ${input.grade} không có bài kiểm tra định kì ${assessmentPointLabel(point)} nhưng lại có điểm: xoá điểm này`;
    return [problem(datum, 'scoreWithoutTest', { law: 'TT27/2020 Đ7.1.b', sentence })];
  }
  const effective = row.tests.filter((attempt) => attempt.effective).length;
  const law = 'TT27/2020 Đ7.1.d';
  if (row.tests.length > 0 && effective === 0) {
    const sentence = `${datum.label} có ${row.tests.length} bài kiểm tra nhưng chưa chọn bài được lấy điểm: chọn một bài`;
    return [problem(datum, 'noEffectiveScore', { law, sentence })];
  }
  if (effective > 1) {
    const sentence = `${datum.label} có ${effective} bài kiểm tra cùng được lấy điểm: chỉ chọn một bài`;
    return [problem(datum, 'severalEffectiveScores', { law, sentence })];
  }
  return [];
}

/** @law TT27/2020 Đ8 */
function exemptionProblems(row: PrimarySubjectInput, input: PrimaryAssessmentInput): readonly DataProblem[] {
  if ((row.exemption ?? 'none') === 'none' || input.individualEducationPlan) return [];
  const datum = levelOf(row.subject);
  const sentence = `${datum.label} được ghi là không đánh giá nhưng học sinh không có kế hoạch giáo dục cá nhân: nhập kết quả hoặc bổ sung kế hoạch`;
  return [problem(datum, 'exemptionWithoutPlan', { law: 'TT27/2020 Đ8', sentence })];
}

function commentProblems(row: PrimarySubjectInput, { input, parameters }: RowContext): readonly DataProblem[] {
  const datum = commentOf(row.subject);
  const law = 'TT27/2020 Đ9.2';
  if (isLongerThan(row.comment, parameters.commentMaxLength)) {
    const length = [...row.comment].length;
    const sentence = `Nhận xét ${datum.label} dài ${length} ký tự, quá ${parameters.commentMaxLength} ký tự mà hệ thống nhận: rút ngắn nhận xét`;
    return [problem(datum, 'commentTooLong', { law, sentence })];
  }
  if (row.comment.trim() === '' && row.level !== null && standingOf(row.subject, input.grade) === 'compulsory') {
    const sentence = `${datum.label} đã có mức đạt được nhưng chưa có nhận xét: nên bổ sung nhận xét`;
    return [problem(datum, 'commentMissing', { law, sentence, severity: 'warning' })];
  }
  return [];
}

/** In characters: units of UTF-16 are as many or more, and counted at once. */
function isLongerThan(text: string, characters: number): boolean {
  return text.length > characters && [...text].length > characters;
}
