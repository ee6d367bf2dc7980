import { labelOf } from '@hocba/record';
import {
  compulsorySubjects,
  type SecondaryGrade,
  type SecondaryLevel,
  type SecondarySubject,
  type SecondaryYearInput,
  type SummerTrainingInput,
  secondaryLevels,
  secondarySubjects,
} from '../../src/index.ts';
import { type CaseRow, entries, listed } from '../read-tables.ts';
import { applyCircumstance } from './read-circumstances.ts';
import { type Draft, draftRow, levelNamed, rowNamed, subjectNamed, tenths } from './secondary-draft.ts';

/** A table row as input: what the row does not say is 8,0, Đạt, rèn luyện Tốt, no absence. */
export function readSecondaryCase({ cells }: CaseRow): SecondaryYearInput {
  const grade = Number(cells['Lớp']) as SecondaryGrade;
  const circumstances = listed(cells['Khác'] ?? '');
  const draft: Draft = {
    schoolYear: '2025-2026',
    grade,
    subjects: subjectsOf(grade, circumstances).map(draftRow),
    conduct: conductOf(cells['Rèn luyện'] ?? ''),
    absentHalfDays: absencesOf(cells['Buổi nghỉ'] ?? ''),
    summerTraining: trainingOf(cells['Rèn luyện hè'] ?? ''),
    individualEducationPlan: false,
    principalDecision: null,
    parameters: {},
  };
  applyAverages(draft, cells['Điểm trung bình'] ?? '');
  for (const label of listed(cells['Nhận xét chưa đạt'] ?? '')) setComment(draft, label);
  for (const [label, value] of entries(cells['Đánh giá lại'] ?? '')) setReassessment(draft, label, value);
  for (const entry of circumstances) applyCircumstance(draft, entry);
  return draft;
}

/** The compulsory subjects and, in THPT, the four chosen, in the order of the form. */
function subjectsOf(grade: SecondaryGrade, circumstances: readonly string[]): readonly SecondarySubject[] {
  const stated = circumstances.find((entry) => entry.startsWith('chọn '))?.slice('chọn '.length);
  const chosen = (stated ?? 'Vật lí, Hoá học, Sinh học, Tin học').split(',').map((label) => subjectNamed(label.trim()));
  const taken = grade >= 10 ? [...compulsorySubjects(grade), ...chosen] : compulsorySubjects(grade);
  return secondarySubjects.map(({ id }) => id).filter((id) => taken.includes(id));
}

/** "8,0 ×6; 6,5 ×2" gives the scored subjects their year averages in the order of the form. */
function applyAverages(draft: Draft, cell: string): void {
  const averages = listed(cell).flatMap((part) => {
    const [average = '', times = '1'] = part.split('×');
    return Array.from({ length: Number(times) }, () => tenths(average));
  });
  const scored = draft.subjects.filter((row) => row.form === 'byScore');
  if (averages.length > 0 && averages.length !== scored.length) {
    throw new Error(`có ${averages.length} điểm trung bình cho ${scored.length} môn: ${cell}`);
  }
  for (const [index, row] of scored.entries()) row.yearAverageTenths = averages[index] ?? 80;
}

function setComment(draft: Draft, label: string): void {
  const row = rowNamed(draft, label);
  if (row.form === 'byComment') row.yearResult = 'notAchieved';
  else throw new Error(`${label} có điểm`);
}

function setReassessment(draft: Draft, label: string, value: string): void {
  const row = rowNamed(draft, label);
  if (row.form === 'byScore') row.reassessedTenths = tenths(value);
  else row.reassessed = value === 'Đạt' ? 'achieved' : 'notAchieved';
}

function conductOf(cell: string): { first: SecondaryLevel | null; second: SecondaryLevel | null } {
  const [first = 'Tốt', second = first] = cell === '' ? [] : cell.split(',').map((part) => part.trim());
  return {
    first: first === 'trống' ? null : levelNamed(first),
    second: second === 'trống' ? null : levelNamed(second),
  };
}

/** "46" or "20 + 26": with and without leave. */
function absencesOf(cell: string): { withLeave: number; withoutLeave: number } | null {
  if (cell === 'trống') return null;
  const [withLeave = 0, withoutLeave = 0] =
    cell === '' ? [] : cell.split('+').map((part) => Number(part.replace(',', '.')));
  return { withLeave, withoutLeave };
}

/** "hoàn thành, Đạt", "không hoàn thành", or with `trống` for what is not entered. */
function trainingOf(cell: string): SummerTrainingInput | null {
  if (cell === '') return null;
  const [done, level = 'trống'] = cell.split(',').map((part) => part.trim());
  return {
    completed: done === 'trống' ? null : done === 'hoàn thành',
    level: level === 'trống' ? null : levelNamed(level),
  };
}

export function secondaryLevelLabel(level: SecondaryLevel | null): string {
  return level === null ? 'chưa có' : labelOf(secondaryLevels, level);
}
