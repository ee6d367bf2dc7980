import { assessmentFormOf } from '@hocba/record';
import { findCircular } from '../circulars.ts';
import type { DataProblem, Datum } from '../reason.ts';
import { averageLabel, isOnScale } from '../tenths.ts';
import { averageDatum } from '../tt22-2021/academic-facts.ts';
import { yearAverage } from '../tt22-2021/subject-average.ts';
import { enteredScores, subjectResults } from '../tt22-2021/subject-results.ts';
import { type ContinuingYearInput, leastRegularScores } from './continuing-year.ts';

const law = 'TT43/2021';
type Row = ContinuingYearInput['subjects'][number];

/** What is wrong with the data whatever the circular's own numbers are: those that were not at hand are not judged. */
export function continuingDataProblems({ grade, schoolYear, subjects, absentHalfDays }: ContinuingYearInput) {
  const found: DataProblem[] = [];
  if (findCircular({ grade, schoolYear, programme: 'continuingEducation' })?.id !== 'TT43/2021') {
    const sentence = `Năm học “${schoolYear}” của lớp ${grade} không thuộc diện áp dụng Thông tư 43/2021/TT-BGDĐT: kiểm tra lại năm học và khối lớp`;
    found.push(problem({ kind: 'schoolYear', of: '', label: 'Năm học' }, 'circularNotInForce', sentence));
  }
  for (const [index, row] of subjects.entries()) {
    if (subjects.findIndex(({ subject }) => subject === row.subject) < index) found.push(repeated(row));
    found.push(...rowProblems(row));
  }
  const counts = absentHalfDays === null ? [] : [absentHalfDays.withLeave, absentHalfDays.withoutLeave];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    const datum = { kind: 'absence', of: '', label: 'Số buổi nghỉ học' } as const;
    found.push(problem(datum, 'absencesNotWhole', 'Số buổi nghỉ học phải là số nguyên, không âm: nhập lại'));
  }
  return found;
}

function repeated({ subject }: Row): DataProblem {
  const datum = averageDatum(subject);
  return problem(datum, 'duplicateRow', `${datum.label} được ghi nhiều lần: chỉ giữ lại một dòng`);
}

function rowProblems(row: Row): readonly DataProblem[] {
  const datum = averageDatum(row.subject);
  if (assessmentFormOf(row.subject) !== row.form) {
    return [problem(datum, 'wrongForm', `${datum.label} ghi sai hình thức đánh giá: nhập lại`)];
  }
  if (row.form === 'byComment') return resultProblems(row, datum);
  if (!enteredScores(row).every(isOnScale)) {
    const sentence = `${datum.label} có điểm ngoài thang điểm 10 hoặc có hơn một chữ số thập phân: nhập lại điểm`;
    return [problem(datum, 'scoreOutOfRange', sentence)];
  }
  return averageProblems(row, datum);
}

function averageProblems(row: Extract<Row, { form: 'byScore' }>, datum: Datum): readonly DataProblem[] {
  const { first, second } = subjectResults(row, leastRegularScores);
  const stated = row.yearAverageTenths;
  if (stated === undefined || typeof first !== 'number' || typeof second !== 'number') return [];
  const computed = yearAverage(first, second);
  if (stated === computed) return [];
  const sentence = `Điểm trung bình cả năm ${datum.label} ghi ${averageLabel(stated)}, nhưng tính từ hai học kì là ${averageLabel(computed)}: kiểm tra lại`;
  return [problem(datum, 'averageDiffers', sentence)];
}

function resultProblems(row: Extract<Row, { form: 'byComment' }>, datum: Datum): readonly DataProblem[] {
  const { second } = subjectResults(row, leastRegularScores);
  if (row.yearResult === undefined || second === null || second === row.yearResult) return [];
  const sentence = `Kết quả cả năm ${datum.label} khác kết quả học kì II: kiểm tra lại`;
  return [problem(datum, 'averageDiffers', sentence)];
}

/** Faults of a continuing year have the codes of TT22/2021, where they are the same faults. */
function problem(datum: Datum, code: string, sentence: string): DataProblem {
  return { ...datum, code, severity: 'error', law, sentence: `${sentence} (${law}).` };
}
