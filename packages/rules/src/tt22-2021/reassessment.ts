import { type Condition, judge } from '../condition.ts';
import type { DataProblem, ReasonInput } from '../reason.ts';
import { type AcademicFacts, averageDatum, commentedInput, scoredInput } from './academic-facts.ts';
import type { SecondaryParameters } from './parameters.ts';
import { problem } from './problem.ts';
import { absenceLimit } from './promotion.ts';
import type { SecondaryLevel } from './secondary-levels.ts';
import type { SecondarySubjectInput } from './secondary-year-input.ts';

const law = 'TT22/2021 Đ14';
/** Điểm trung bình môn cả năm below which a subject is assessed again. @law TT22/2021 Đ14 */
const reassessedBelow = 50;

export interface ReassessmentFacts {
  /** Rèn luyện cả năm, as it stands before the summer. */
  readonly conduct: SecondaryLevel;
  /** … and after summer training; `null` while that is to come. */
  readonly conductAfterTraining: SecondaryLevel | null;
  readonly academic: SecondaryLevel;
  readonly absentHalfDays: number;
  readonly bothNotAchieved: SecondaryParameters['bothNotAchieved'];
}

/** Được kiểm tra, đánh giá lại: only where conduct already stands and more than marks is not lost. @law TT22/2021 Đ14 */
export const reassessmentConditions = [
  {
    id: 'reassessment.academicNotAchieved',
    law,
    asks: 'học tập cả năm Chưa đạt',
    against: ({ academic }) =>
      academic === 'notAchieved'
        ? []
        : [{ kind: 'result', of: 'year', label: 'Học tập cả năm', value: 'từ Đạt trở lên' }],
    objection: () => 'học tập cả năm đã từ Đạt trở lên',
  },
  {
    id: 'reassessment.conductAchieved',
    law,
    asks: 'rèn luyện cả năm từ Đạt trở lên',
    against: ({ conduct, conductAfterTraining, bothNotAchieved }) => {
      const counted = bothNotAchieved === 'trainingThenReassessment' ? conductAfterTraining : conduct;
      const stands = counted !== null && counted !== 'notAchieved';
      return stands ? [] : [{ kind: 'conduct', of: 'year', label: 'Rèn luyện cả năm', value: 'Chưa đạt' }];
    },
    objection: () => 'rèn luyện cả năm Chưa đạt',
  },
  {
    id: 'reassessment.absences',
    law,
    asks: `nghỉ học không quá ${absenceLimit} buổi`,
    against: ({ absentHalfDays }) =>
      absentHalfDays <= absenceLimit
        ? []
        : [{ kind: 'absence', of: '', label: 'Số buổi nghỉ học', value: String(absentHalfDays) }],
    objection: ([absences]) => `nghỉ ${absences?.value ?? ''} buổi, đánh giá lại không thay đổi được`,
  },
] as const satisfies readonly Condition<ReassessmentFacts>[];

export function reassessmentReports(facts: ReassessmentFacts) {
  return judge(reassessmentConditions, facts);
}

/** Môn phải đánh giá lại: comment subjects Chưa đạt, scored subjects below 5,0. @law TT22/2021 Đ14 */
export function subjectsToReassess({ scored, commented }: AcademicFacts): readonly ReasonInput[] {
  return [
    ...scored.filter(({ averageTenths }) => averageTenths < reassessedBelow).map(scoredInput),
    ...commented.filter(({ result }) => result === 'notAchieved').map(commentedInput),
  ];
}

/** The year's results with the reassessed ones in their place: for promotion only, the first results stay. @law TT22/2021 Đ14 */
export function afterReassessment(facts: AcademicFacts, subjects: readonly SecondarySubjectInput[]): AcademicFacts {
  const rowOf = (subject: string) => subjects.find((row) => row.subject === subject);
  return {
    scored: facts.scored.map((row) => {
      const again = rowOf(row.subject);
      const reassessed = again?.form === 'byScore' ? again.reassessedTenths : null;
      return reassessed === null ? row : { ...row, averageTenths: reassessed };
    }),
    commented: facts.commented.map((row) => {
      const again = rowOf(row.subject);
      const reassessed = again?.form === 'byComment' ? again.reassessed : null;
      return reassessed === null ? row : { ...row, result: reassessed };
    }),
  };
}

export function wasReassessed(row: SecondarySubjectInput): boolean {
  return row.form === 'byScore' ? row.reassessedTenths !== null : row.reassessed !== null;
}

/** Reassessment results of a pupil, or of a subject, not due for it. @law TT22/2021 Đ14 */
export function reassessmentProblems(
  subjects: readonly SecondarySubjectInput[],
  facts: AcademicFacts,
  objection: string | null,
): readonly DataProblem[] {
  const due = subjectsToReassess(facts).map(({ of }) => of);
  return subjects.filter(wasReassessed).flatMap((row): readonly DataProblem[] => {
    const datum = averageDatum(row.subject);
    if (objection === null && due.includes(row.subject)) return [];
    const why = objection ?? 'môn này không thuộc diện đánh giá lại';
    const sentence = `${datum.label} có kết quả đánh giá lại nhưng ${why}: xoá kết quả này`;
    return [problem(datum, 'reassessmentNotDue', { law, sentence })];
  });
}
