import type { PrimarySubject } from '@hocba/record';
import type { AssessmentPoint } from './assessment-points.ts';
import type { PrimaryGrade } from './primary-year-input.ts';
import { standingOf } from './subjects-by-grade.ts';

const testedAtSemesterEnds: readonly PrimarySubject[] = [
  'vietnamese',
  'mathematics',
  'foreignLanguage',
  'historyGeography',
  'science',
  'informatics',
  'technology',
];

const testedAtMidSemesters: readonly PrimarySubject[] = ['vietnamese', 'mathematics'];

/** Môn có bài kiểm tra định kì at a point of the year: only compulsory subjects; mid-semester in grades 4 and 5 alone. @law TT27/2020 Đ7.1.b */
export function subjectsWithTest(grade: PrimaryGrade, point: AssessmentPoint): readonly PrimarySubject[] {
  const atSemesterEnd = point === 'endFirstSemester' || point === 'yearEnd';
  if (!atSemesterEnd) return grade >= 4 ? testedAtMidSemesters : [];
  return testedAtSemesterEnds.filter((subject) => standingOf(subject, grade) === 'compulsory');
}
