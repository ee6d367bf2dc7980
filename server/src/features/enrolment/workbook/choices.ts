import type { PrimaryEducationResult, QualityLevel, StudentProfile, SubjectLevel } from '@hocba/record';
import { primaryEducationResults, qualityLevels, subjectLevels } from '@hocba/record';
import type { EnrolmentStatus, PrimaryGrade } from './imported-school.ts';

/** What cells may say, and what it means. The first spelling of each meaning is the one exports use. */
export const genderChoices: ReadonlyMap<string, StudentProfile['gender']> = new Map([
  ['Nam', 'male'],
  ['Nữ', 'female'],
  ['01', 'male'],
  ['02', 'female'],
]);

export const statusChoices: ReadonlyMap<string, EnrolmentStatus> = new Map([
  ['Đang học', 'enrolled'],
  ['Chuyển đến', 'transferredIn'],
  ['Chuyển đi', 'transferredOut'],
  ['Bỏ học', 'droppedOut'],
]);

export const gradeChoices: ReadonlyMap<string, PrimaryGrade> = new Map<string, PrimaryGrade>([
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['5', 5],
]);

export const yesChoices: ReadonlyMap<string, boolean> = new Map([
  ['Có', true],
  ['Không', false],
  ['x', true],
]);

export const completedChoices: ReadonlyMap<string, boolean> = new Map([
  ['Hoàn thành', true],
  ['Chưa hoàn thành', false],
  ['x', true],
]);

export const promotedChoices: ReadonlyMap<string, boolean> = new Map([
  ['Lên lớp', true],
  ['Chưa lên lớp', false],
  ['Được lên lớp', true],
  ['Chưa được lên lớp', false],
  ['x', true],
]);

interface Term<Id> {
  readonly id: Id;
  readonly label: string;
  readonly code: string;
}

function byCodeAndLabel<Id>(terms: readonly Term<Id>[]): ReadonlyMap<string, Id> {
  return new Map(terms.flatMap(({ id, label, code }) => [[code, id] as const, [label, id] as const]));
}

export const subjectLevelChoices: ReadonlyMap<string, SubjectLevel> = byCodeAndLabel<SubjectLevel>(subjectLevels);
export const qualityLevelChoices: ReadonlyMap<string, QualityLevel> = byCodeAndLabel<QualityLevel>(qualityLevels);
export const educationResultChoices: ReadonlyMap<string, PrimaryEducationResult> =
  byCodeAndLabel<PrimaryEducationResult>(primaryEducationResults);

/** "T (Hoàn thành tốt), H (Hoàn thành) hoặc C (Chưa hoàn thành)" */
export function levelsInWords(terms: readonly Term<string>[]): string {
  const names = terms.map(({ code, label }) => `${code} (${label})`);
  return `${names.slice(0, -1).join(', ')} hoặc ${names.at(-1) ?? ''}`;
}
