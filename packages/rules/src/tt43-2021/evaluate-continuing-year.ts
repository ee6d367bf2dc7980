import { labelOf } from '@hocba/record';
import { findCircular } from '../circulars.ts';
import { type DataProblem, type Decision, type Reason, reason } from '../reason.ts';
import { averageDatum } from '../tt22-2021/academic-facts.ts';
import { academicLevel } from '../tt22-2021/academic-result.ts';
import { academicFacts } from '../tt22-2021/academic-year.ts';
import { yearConduct } from '../tt22-2021/conduct.ts';
import { absenceLimit } from '../tt22-2021/promotion.ts';
import { type SecondaryLevel, secondaryLevels } from '../tt22-2021/secondary-levels.ts';
import { subjectResults } from '../tt22-2021/subject-results.ts';
import type { ContinuingYearInput, ContinuingYearOutcome } from './continuing-year.ts';
import { type ContinuingParameters, defaultContinuingParameters } from './parameters.ts';

/**
 * A learner's year: averages and conduct as in TT22/2021, whose structure TT43/2021 shares. No level, and so no promotion,
 * until the thresholds are confirmed and set as a parameter.
 * @law TT43/2021 Đ11, Đ12, Đ13
 */
export function evaluateContinuingYear(input: ContinuingYearInput): ContinuingYearOutcome {
  const parameters = { ...defaultContinuingParameters, ...input.parameters };
  const errors = dataErrors(input);
  const subjects = errors.length > 0 ? [] : input.subjects.map(subjectResults);
  const { first, second } = input.conduct;
  const conduct = { first, second, year: first && second && yearConduct(first, second) };
  const academic = errors.length > 0 ? { level: null, reasons: [] } : academicOf(input, subjects, parameters);
  return {
    circular: 'TT43/2021',
    subjects,
    academic,
    conduct,
    promoted: errors.length > 0 ? { holds: null, reasons: [] } : promotionOf(input, academic.level, conduct.year),
    errors,
    warnings: [],
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

function decided(holds: boolean, sentence: string): Decision {
  const reasons: readonly Reason[] = [reason('TT43/2021 Đ11', sentence)];
  return { holds, reasons };
}

function dataErrors({ grade, schoolYear, subjects }: ContinuingYearInput): readonly DataProblem[] {
  const found: DataProblem[] = [];
  const law = 'TT43/2021';
  if (findCircular({ grade, schoolYear, programme: 'continuingEducation' })?.id !== 'TT43/2021') {
    const sentence = `Năm học “${schoolYear}” của lớp ${grade} không thuộc diện áp dụng Thông tư 43/2021/TT-BGDĐT: kiểm tra lại năm học và khối lớp (${law}).`;
    found.push({
      kind: 'schoolYear',
      of: '',
      label: 'Năm học',
      code: 'circularNotInForce',
      severity: 'error',
      law,
      sentence,
    });
  }
  for (const row of subjects) {
    if (
      row.form !== 'byScore' ||
      scoresOf(row).every((tenths) => Number.isInteger(tenths) && tenths >= 0 && tenths <= 100)
    )
      continue;
    const datum = averageDatum(row.subject);
    const sentence = `${datum.label} có điểm ngoài thang điểm 10 hoặc có hơn một chữ số thập phân: nhập lại điểm (${law}).`;
    found.push({ ...datum, code: 'scoreOutOfRange', severity: 'error', law, sentence });
  }
  return found;
}

function scoresOf(row: Extract<ContinuingYearInput['subjects'][number], { form: 'byScore' }>): readonly number[] {
  const entered = [row.first, row.second].flatMap((semester) => {
    if (semester === null) return [];
    if ('averageTenths' in semester) return [semester.averageTenths];
    return [...semester.regular, semester.topic, semester.midterm, semester.endOfTerm];
  });
  return [...entered, row.yearAverageTenths].filter((entry) => typeof entry === 'number');
}
