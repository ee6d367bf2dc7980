import { assessmentFormOf } from '@hocba/record';
import type { DataProblem, Datum, LawCitation } from '../reason.ts';
import { averageLabel, isOnScale, tenthsLabel } from '../tenths.ts';
import { averageDatum, commentResultLabel } from './academic-facts.ts';
import { yearComment } from './comment-result.ts';
import { problem, type SecondaryProblemCode } from './problem.ts';
import { regularScoresDue, requiredCommentAssessments } from './regular-scores.ts';
import { offersTopic, practicalSubjects, secondaryStanding } from './secondary-subjects.ts';
import type {
  CommentedSubjectInput,
  ScoredSemester,
  ScoredSubjectInput,
  SecondarySubjectInput,
  SecondaryYearInput,
} from './secondary-year-input.ts';
import { yearAverage } from './subject-average.ts';
import { enteredScores, hasTopic, regularEntries, subjectResults } from './subject-results.ts';

export function subjectRowProblems(row: SecondarySubjectInput, input: SecondaryYearInput): readonly DataProblem[] {
  const datum = averageDatum(row.subject);
  const found = (code: SecondaryProblemCode, law: LawCitation, sentence: string) => [
    problem(datum, code, { law, sentence }),
  ];
  if (secondaryStanding(row.subject, input.grade) === 'notTaught') {
    return found('subjectNotTaught', 'TT32/2018 Đ1', `Lớp ${input.grade} không học ${datum.label}: xoá dòng này`);
  }
  if (assessmentFormOf(row.subject) !== row.form) {
    const form =
      row.form === 'byScore'
        ? 'chỉ đánh giá bằng nhận xét, không có điểm'
        : 'đánh giá bằng điểm số, không chỉ bằng nhận xét';
    return found('wrongForm', 'TT22/2021 Đ5', `${datum.label} ${form}: nhập lại`);
  }
  return [
    ...(row.exempted === true && !input.individualEducationPlan
      ? found(
          'exemptionWithoutPlan',
          'TT22/2021 Đ11',
          `${datum.label} được ghi là không đánh giá nhưng học sinh không có kế hoạch giáo dục cá nhân: nhập kết quả hoặc bổ sung kế hoạch`,
        )
      : []),
    ...(input.individualEducationPlan ? exemptedResultProblems(row, datum) : []),
    ...topicProblems(row, { input, datum }),
    ...practicalProblems(row, datum),
    ...(row.form === 'byScore' ? scoredProblems(row, { input, datum }) : commentedProblems(row, { input, datum })),
  ];
}

interface RowContext {
  readonly input: SecondaryYearInput;
  readonly datum: Datum;
}

/** A result of a subject that is not assessed: it decides nothing and is not shown. @law TT22/2021 Đ11 */
function exemptedResultProblems(row: SecondarySubjectInput, datum: Datum): readonly DataProblem[] {
  const given = row.form === 'byScore' ? row.yearAverageTenths : row.yearResult;
  if (row.exempted !== true || (row.first === null && row.second === null && given === undefined)) return [];
  const sentence = `Theo kế hoạch giáo dục cá nhân không đánh giá ${datum.label} nhưng vẫn có kết quả, kết quả này không được xét: xoá kết quả hoặc bỏ ghi chú không đánh giá`;
  return [problem(datum, 'exemptedWithResult', { law: 'TT22/2021 Đ11', sentence, severity: 'warning' })];
}

/** @law TT22/2021 Đ6.3 */
function topicProblems(row: SecondarySubjectInput, { input, datum }: RowContext): readonly DataProblem[] {
  if (!hasTopic(row) || offersTopic(row.subject, input.grade)) return [];
  const sentence = `${datum.label} lớp ${input.grade} có điểm chuyên đề nhưng môn này không có chuyên đề học tập: ghi vào điểm thường xuyên hoặc xoá`;
  return [problem(datum, 'topicNotOffered', { law: 'TT22/2021 Đ6.3', sentence })];
}

/** Miễn phần thực hành. @law TT22/2021 Đ10 */
function practicalProblems(row: SecondarySubjectInput, datum: Datum): readonly DataProblem[] {
  const law = 'TT22/2021 Đ10';
  const { subject, practicalExemption: exemption } = row;
  if (exemption === undefined) return [];
  if (!practicalSubjects.includes(subject)) {
    const sentence = `${datum.label} được ghi miễn phần thực hành, nhưng chỉ Giáo dục thể chất và Giáo dục quốc phòng và an ninh được miễn: xoá ghi chú này`;
    return [problem(datum, 'practicalExemptionNotForeseen', { law, sentence })];
  }
  if (exemption.certificate && exemption.permitted) return [];
  const lacking = exemption.certificate
    ? 'hiệu trưởng chưa cho phép'
    : 'chưa có bệnh án hoặc giấy chứng nhận thương tật';
  const sentence = `${datum.label} được ghi miễn phần thực hành nhưng ${lacking}: bổ sung hồ sơ hoặc đánh giá cả phần thực hành`;
  return [problem(datum, 'practicalExemptionNotPermitted', { law, sentence })];
}

function scoredProblems(row: ScoredSubjectInput, { input, datum }: RowContext): readonly DataProblem[] {
  return [
    ...enteredScores(row)
      .filter((score) => !isOnScale(score))
      .map((score) => scoreProblem(datum, score)),
    ...[row.first, row.second].flatMap((semester) => tooManyRegular(semester, row, { input, datum })),
    ...averageProblems(row, { input, datum }),
  ];
}

/** Thang điểm 10, whole or with one decimal. @law TT22/2021 Đ5 */
function scoreProblem(datum: Datum, tenths: number): DataProblem {
  const law = 'TT22/2021 Đ5';
  const shown = `Điểm ${datum.label} là ${tenthsLabel(tenths)}`;
  if (!(tenths >= 0 && tenths <= 100))
    return problem(datum, 'scoreOutOfRange', { law, sentence: `${shown}, ngoài thang điểm 10: nhập lại điểm` });
  const sentence = `${shown}, nhưng điểm là số nguyên hoặc số thập phân có một chữ số: nhập lại điểm`;
  return problem(datum, 'scoreNotInTenths', { law, sentence });
}

function tooManyRegular(
  semester: ScoredSemester | null,
  { subject }: ScoredSubjectInput,
  { input, datum }: RowContext,
): readonly DataProblem[] {
  if (semester === null || 'averageTenths' in semester) return [];
  const required = regularScoresDue(subject, input.grade);
  const entered = regularEntries(semester).length;
  if (entered <= required) return [];
  const sentence = `${datum.label} có ${entered} điểm đánh giá thường xuyên trong một học kì, quy định là ${required}: bỏ bớt điểm thừa`;
  return [problem(datum, 'tooManyRegularScores', { law: 'TT22/2021 Đ6.3', sentence })];
}

/** The year's average, where the school gives it, is that of its semesters. @law TT22/2021 Đ9.1.b */
function averageProblems(row: ScoredSubjectInput, { input, datum }: RowContext): readonly DataProblem[] {
  const { first, second } = subjectResults(row, regularScoresDue(row.subject, input.grade));
  if (row.yearAverageTenths === undefined || typeof first !== 'number' || typeof second !== 'number') return [];
  const computed = yearAverage(first, second);
  if (computed === row.yearAverageTenths) return [];
  const sentence = `Điểm trung bình cả năm ${datum.label} ghi ${averageLabel(row.yearAverageTenths)}, nhưng tính từ hai học kì là ${averageLabel(computed)}: kiểm tra lại`;
  return [problem(datum, 'averageDiffers', { law: 'TT22/2021 Đ9.1.b', sentence })];
}

function commentedProblems(row: CommentedSubjectInput, { input, datum }: RowContext): readonly DataProblem[] {
  return [
    ...[row.first, row.second].flatMap((semester) => tooManyAssessments(semester, datum)),
    ...resultProblems(row, { input, datum }),
  ];
}

/** The year's result, where the school gives it, is that of the second semester. @law TT22/2021 Đ9.1.a */
function resultProblems(row: CommentedSubjectInput, { input, datum }: RowContext): readonly DataProblem[] {
  const { second } = subjectResults(row, regularScoresDue(row.subject, input.grade));
  if (row.yearResult === undefined || second === null || typeof second === 'number') return [];
  if (yearComment(second) === row.yearResult) return [];
  const [stated, computed] = [row.yearResult, yearComment(second)].map(commentResultLabel);
  const sentence = `Kết quả cả năm ${datum.label} ghi ${stated}, nhưng theo học kì II là ${computed}: kiểm tra lại`;
  return [problem(datum, 'averageDiffers', { law: 'TT22/2021 Đ9.1.a', sentence })];
}

function tooManyAssessments(semester: CommentedSubjectInput['first'], datum: Datum): readonly DataProblem[] {
  if (semester === null || 'result' in semester) return [];
  const entered = semester.assessments.length;
  if (entered <= requiredCommentAssessments) return [];
  const sentence = `${datum.label} có ${entered} lần đánh giá trong một học kì, quy định là ${requiredCommentAssessments}: bỏ bớt lần thừa`;
  return [problem(datum, 'tooManyAssessments', { law: 'TT22/2021 Đ6.3', sentence })];
}
