import { findCircular } from '../circulars.ts';
import { type DataProblem, type Datum, listInWords } from '../reason.ts';
import { averageDatum } from './academic-facts.ts';
import { problem } from './problem.ts';
import { chosenSubjectCount, secondaryStanding, secondarySubjects, topicCount } from './secondary-subjects.ts';
import type { SecondaryYearInput } from './secondary-year-input.ts';
import { hasTopic } from './subject-results.ts';
import { subjectRowProblems } from './subject-row-problems.ts';

/** Everything wrong with what was entered, before any rule is applied. */
export function dataProblems(input: SecondaryYearInput): readonly DataProblem[] {
  return [
    ...circularProblems(input),
    ...duplicateRows(input),
    ...chosenProblems(input),
    ...changeProblems(input),
    ...topicProblems(input),
    ...planProblems(input),
    ...input.subjects.flatMap((row) => subjectRowProblems(row, input)),
    ...absenceProblems(input),
    ...decisionProblems(input),
  ];
}

/** @law TT22/2021 Đ21 */
function circularProblems({ grade, schoolYear }: SecondaryYearInput): readonly DataProblem[] {
  const governing = findCircular({ grade, schoolYear });
  if (governing?.id === 'TT22/2021') return [];
  const other = governing ? ` (áp dụng ${governing.number})` : '';
  const sentence = `Năm học “${schoolYear}” của lớp ${grade} không thuộc diện áp dụng Thông tư 22/2021/TT-BGDĐT${other}: kiểm tra lại năm học và khối lớp`;
  return [
    problem({ kind: 'schoolYear', of: '', label: 'Năm học' }, 'circularNotInForce', { law: 'TT22/2021 Đ21', sentence }),
  ];
}

function duplicateRows({ subjects }: SecondaryYearInput): readonly DataProblem[] {
  const names = subjects.map(({ subject }) => subject);
  if (new Set(names).size === names.length) return [];
  const repeated = new Set(names.filter((subject, index) => names.indexOf(subject) < index));
  return [...repeated].map((subject) => {
    const datum = averageDatum(subject);
    const sentence = `${datum.label} được ghi nhiều lần: chỉ giữ lại một dòng`;
    return problem(datum, 'duplicateRow', { law: 'TT22/2021 Đ9', sentence });
  });
}

/** Bốn môn học lựa chọn of THPT. @law TT32/2018 Đ1 */
function chosenProblems({ grade, subjects }: SecondaryYearInput): readonly DataProblem[] {
  if (grade < 10) return [];
  const chosen = secondarySubjects.filter(
    ({ id }) => secondaryStanding(id, grade) === 'chosen' && subjects.some((row) => row.subject === id),
  );
  if (chosen.length === chosenSubjectCount) return [];
  const datum: Datum = { kind: 'score', of: '', label: 'Môn học lựa chọn' };
  const sentence = `Học sinh có ${chosen.length} môn học lựa chọn, cần đúng ${chosenSubjectCount} môn: kiểm tra lại các môn đã chọn`;
  return [problem(datum, 'chosenSubjectsCount', { law: 'TT32/2018 Đ1', sentence })];
}

function absenceProblems({ absentHalfDays }: SecondaryYearInput): readonly DataProblem[] {
  if (absentHalfDays === null) return [];
  const { withLeave, withoutLeave } = absentHalfDays;
  if ([withLeave, withoutLeave].every((count) => Number.isSafeInteger(count) && count >= 0)) return [];
  const sentence = 'Số buổi nghỉ học phải là số nguyên, không âm: nhập lại';
  return [
    problem({ kind: 'absence', of: '', label: 'Số buổi nghỉ học' }, 'absencesNotWhole', {
      law: 'TT22/2021 Đ12.1.c',
      sentence,
    }),
  ];
}

/** Another set than last year's: by the principal's decision, and with what was missed made up. @law CV68/BGDĐT-GDTrH */
function changeProblems(input: SecondaryYearInput): readonly DataProblem[] {
  const { grade, subjects, lastYearChosen, changeOfSubjects } = input;
  if (grade < 11 || lastYearChosen === undefined) return [];
  const taken = subjects.filter(
    ({ subject }) => secondaryStanding(subject, grade) === 'chosen' && !lastYearChosen.includes(subject),
  );
  const orderly = changeOfSubjects?.principalDecided === true && changeOfSubjects.madeUp;
  if (taken.length === 0 || orderly) return [];
  const datum: Datum = { kind: 'score', of: '', label: 'Môn học lựa chọn' };
  const named = listInWords(taken.map(({ subject }) => averageDatum(subject).label));
  const sentence = `Học sinh đổi sang ${named} so với năm học trước nhưng chưa ghi đủ quyết định của hiệu trưởng và kết quả học bổ sung: bổ sung hồ sơ chuyển đổi môn học`;
  return [problem(datum, 'chosenSubjectsChanged', { law: 'CV68/BGDĐT-GDTrH', sentence, severity: 'warning' })];
}

/** @law TT22/2021 Đ6.3 */
function topicProblems({ subjects }: SecondaryYearInput): readonly DataProblem[] {
  const withTopic = subjects.filter(hasTopic);
  if (withTopic.length <= topicCount) return [];
  const datum: Datum = { kind: 'score', of: '', label: 'Chuyên đề học tập' };
  const sentence = `Có điểm chuyên đề của ${withTopic.length} môn, mỗi học sinh học ${topicCount} cụm chuyên đề: kiểm tra lại điểm chuyên đề`;
  return [problem(datum, 'tooManyTopics', { law: 'TT22/2021 Đ6.3', sentence })];
}

/** @law TT22/2021 Đ11 */
function planProblems({ individualEducationPlan, disability }: SecondaryYearInput): readonly DataProblem[] {
  if (!individualEducationPlan || disability === true) return [];
  const datum: Datum = { kind: 'decision', of: 'individualEducationPlan', label: 'Kế hoạch giáo dục cá nhân' };
  const sentence =
    'Có kế hoạch giáo dục cá nhân nhưng chưa ghi là học sinh khuyết tật: kiểm tra lại thông tin học sinh';
  return [problem(datum, 'planWithoutDisability', { law: 'TT22/2021 Đ11', sentence, severity: 'warning' })];
}

/** A person's decision must say why. @law TT22/2021 Đ12 */
function decisionProblems({ principalDecision }: SecondaryYearInput): readonly DataProblem[] {
  if (principalDecision === null || principalDecision.writtenReason.trim() !== '') return [];
  const sentence = 'Quyết định của hiệu trưởng chưa ghi lý do: bổ sung lý do';
  const datum: Datum = { kind: 'decision', of: 'promotion', label: 'Quyết định của hiệu trưởng' };
  return [problem(datum, 'decisionWithoutReason', { law: 'TT22/2021 Đ12', sentence })];
}
