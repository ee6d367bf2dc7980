import { labelOf, primaryEducationResults } from '@hocba/record';
import type { PrimaryParameters, PrimaryYearOutcome } from '@hocba/rules';
import { evaluateYear } from '@hocba/rules';
import type { ImportedYearResult, PrimaryGrade } from './imported-school.ts';
import type { ResultKey } from './result-header.ts';
import type { RowFields } from './row-fields.ts';

export interface ConclusionContext {
  readonly schoolYear: string;
  readonly grade: PrimaryGrade;
  readonly parameters: PrimaryParameters;
}

type RowResult = Omit<ImportedYearResult, 'studentId' | 'classId'>;

/** Warns where the school's software concluded otherwise than TT27/2020 does from the same row. @law TT27/2020 Đ9.2, Đ11 */
export function checkConclusion(result: RowResult, fields: RowFields<ResultKey>, context: ConclusionContext): void {
  const outcome = evaluate(result, context);
  const { level, reasons } = outcome.result;
  if (level === null) return;
  const { educationResult, gradeCompleted } = result.stated;
  const label = labelOf(primaryEducationResults, level);
  const why = reasons[0]?.sentence ?? '';
  if (educationResult !== null && educationResult !== level) {
    const stated = labelOf(primaryEducationResults, educationResult);
    const sentence = `tệp xếp loại “${stated}” nhưng tính theo Thông tư 27/2020 là “${label}”. ${why} Hãy đối chiếu lại mức, điểm và xếp loại.`;
    fields.warn('educationResult', 'conclusionDiffers', sentence);
  }
  const completed = outcome.gradeCompleted.holds;
  if (gradeCompleted !== null && completed !== null && gradeCompleted !== completed) {
    const sentence = `tệp ghi ${gradeCompleted ? 'đã' : 'chưa'} hoàn thành chương trình lớp học nhưng kết quả giáo dục là “${label}”. Hãy đối chiếu lại.`;
    fields.warn('gradeCompleted', 'conclusionDiffers', sentence);
  }
}

function evaluate(result: RowResult, { schoolYear, grade, parameters }: ConclusionContext): PrimaryYearOutcome {
  const { qualities, generalCompetences, specificCompetences } = result.qualitiesAndCompetences;
  return evaluateYear('TT27/2020', {
    schoolYear,
    grade,
    subjects: result.subjects.map(({ subject, level, score, comment }) => ({
      subject,
      level,
      tests: score === null ? [] : [{ scoreTenths: score, effective: true }],
      comment,
      supplementary: null,
    })),
    qualities,
    competences: [...generalCompetences, ...specificCompetences],
    disability: false,
    individualEducationPlan: false,
    levelWithheld: false,
    principalDecision: null,
    commendation: null,
    parameters,
  });
}
