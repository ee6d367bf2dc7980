import { type PrimaryGrade, type PrimarySubject, primarySubjectsInGrade } from '@hocba/record';
import type { AssessmentPoint } from './assessment-points.ts';

const testedAtMidSemesters: readonly PrimarySubject[] = ['vietnamese', 'mathematics'];

/** Môn có bài kiểm tra định kì at a point of the year: only compulsory subjects; mid-semester in grades 4 and 5 alone. @law TT27/2020 Đ7.1.b */
export function subjectsWithTest(grade: PrimaryGrade, point: AssessmentPoint): readonly PrimarySubject[] {
  const atSemesterEnd = point === 'endFirstSemester' || point === 'yearEnd';
  if (!atSemesterEnd) return grade >= 4 ? testedAtMidSemesters : [];
  return primarySubjectsInGrade(grade)
    .filter(({ tested }) => tested)
    .map(({ subject }) => subject);
}
