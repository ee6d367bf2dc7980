import { labelOf } from '@hocba/record';
import { type DataProblem, type Decision, type Reason, reason } from '../reason.ts';
import { averageDatum } from '../tt22-2021/academic-facts.ts';
import { academicLevel } from '../tt22-2021/academic-result.ts';
import { academicFacts } from '../tt22-2021/academic-year.ts';
import { yearConduct } from '../tt22-2021/conduct.ts';
import { inFormOrder } from '../tt22-2021/form-order.ts';
import { absenceLimit } from '../tt22-2021/promotion.ts';
import { wasReassessed } from '../tt22-2021/reassessment.ts';
import { type SecondaryLevel, secondaryLevels } from '../tt22-2021/secondary-levels.ts';
import { subjectResults } from '../tt22-2021/subject-results.ts';
import { type ContinuingYearInput, type ContinuingYearOutcome, leastRegularScores } from './continuing-year.ts';
import { continuingDataProblems } from './data-problems.ts';
import { continuingMissingData } from './missing-data.ts';
import { type ContinuingParameters, defaultContinuingParameters } from './parameters.ts';

/**
 * A learner's year: averages and conduct as in TT22/2021, whose structure TT43/2021 shares. No level, and so no promotion,
 * until the thresholds are confirmed and set as a parameter.
 * @law TT43/2021 Đ11, Đ12, Đ13
 */
export function evaluateContinuingYear(input: ContinuingYearInput): ContinuingYearOutcome {
  const parameters = { ...defaultContinuingParameters, ...input.parameters };
  const errors = continuingDataProblems(input);
  const subjects =
    errors.length > 0 ? [] : inFormOrder(input.subjects).map((row) => subjectResults(row, leastRegularScores));
  const { first, second } = input.conduct;
  const conduct = { first, second, year: first && second && yearConduct(first, second) };
  const academic = errors.length > 0 ? { level: null, reasons: [] } : academicOf(input, subjects, parameters);
  return {
    circular: 'TT43/2021',
    subjects,
    academic,
    conduct,
    promoted: errors.length > 0 ? { holds: null, reasons: [] } : promotionOf(input, academic.level, conduct.year),
    missing: errors.length > 0 ? [] : continuingMissingData(input, subjects),
    errors,
    warnings: input.subjects.filter(wasReassessed).map(reassessmentNotComputed),
  };
}

const levelOff =
  'Chưa tính mức học tập: ngưỡng xếp mức của Thông tư 43/2021/TT-BGDĐT chưa được xác nhận từ văn bản; trung tâm nhập mức đã xét, hoặc quản trị viên đặt ngưỡng đã xác nhận';

function academicOf(
  input: ContinuingYearInput,
  subjects: ContinuingYearOutcome['subjects'],
  { academicThresholds }: ContinuingParameters,
): ContinuingYearOutcome['academic'] {
  const parameter = 'academicThresholds';
  if (academicThresholds === 'off') return { level: null, reasons: [{ ...reason('TT43/2021', levelOff), parameter }] };
  if (subjects.some(({ year }) => year === null)) {
    return { level: null, reasons: [reason('TT43/2021', 'Chưa tính mức học tập: còn môn chưa có kết quả cả năm')] };
  }
  const { subjectsRequired, confirmedBy } = academicThresholds;
  const facts = academicFacts(input, subjects, { when: 'year', electives: 'ignored' });
  const level = academicLevel(facts, subjectsRequired);
  const sentence = `Học tập cả năm là ${labelOf(secondaryLevels, level)}, theo ngưỡng ít nhất ${subjectsRequired} môn học do ${confirmedBy} xác nhận`;
  return { level, reasons: [{ ...reason('TT43/2021', sentence), parameter }] };
}

/** Được lên lớp: conduct and academic result from Đạt, no more than 45 half-days; short of it the director's summer decides. @law TT43/2021 Đ11, Đ12, Đ13 */
function promotionOf(
  { absentHalfDays }: ContinuingYearInput,
  academic: SecondaryLevel | null,
  conduct: SecondaryLevel | null,
): Decision {
  const absences = absentHalfDays && absentHalfDays.withLeave + absentHalfDays.withoutLeave;
  if (absences !== null && absences > absenceLimit) {
    return decided(false, `Không được lên lớp vì nghỉ ${absences} buổi, quá ${absenceLimit} buổi`);
  }
  if (academic === null || conduct === null || absences === null) {
    return {
      holds: null,
      reasons: [reason('TT43/2021 Đ11', 'Chưa xét lên lớp: chưa đủ mức học tập, mức rèn luyện và số buổi nghỉ')],
    };
  }
  if (academic === 'notAchieved' || conduct === 'notAchieved') {
    const sentence = 'Chưa xét lên lớp: còn rèn luyện trong kì nghỉ hè hoặc đánh giá lại do giám đốc trung tâm tổ chức';
    return { holds: null, reasons: [reason('TT43/2021 Đ11', sentence)] };
  }
  return decided(true, `Được lên lớp vì rèn luyện và học tập từ Đạt trở lên, nghỉ học không quá ${absenceLimit} buổi`);
}

/** What came of it is recorded; the levels it leads to are not computed. @law TT43/2021 Đ13 */
function reassessmentNotComputed({ subject }: ContinuingYearInput['subjects'][number]): DataProblem {
  const datum = averageDatum(subject);
  const sentence = `${datum.label} có kết quả đánh giá lại; phần mềm không tính lại mức học tập của giáo dục thường xuyên, trung tâm nhập kết quả đã xét (TT43/2021 Đ13).`;
  return { ...datum, code: 'reassessmentNotComputed', severity: 'warning', law: 'TT43/2021 Đ13', sentence };
}

function decided(holds: boolean, sentence: string): Decision {
  const reasons: readonly Reason[] = [reason('TT43/2021 Đ11', sentence)];
  return { holds, reasons };
}
