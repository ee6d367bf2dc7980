import type { CoreCompetence, CoreQuality, PrimarySubject } from '@hocba/record';
import { coreCompetences, coreQualities, primarySubjects } from '@hocba/record';
import type { ProblemList } from './problem-list.ts';
import type { CellContent, SheetGrid } from './sheet-grid.ts';
import { foldTitle, subjectOfTitle } from './sheet-layouts.ts';
import { wholeSheet } from './table-row.ts';

/** A column of the year-end results. */
export type ResultKey =
  | 'classId'
  | 'studentId'
  | 'fullName'
  | 'absentWithLeave'
  | 'absentWithoutLeave'
  | 'height'
  | 'weight'
  | 'gradeCompleted'
  | 'promoted'
  | 'educationResult'
  | 'commendation'
  | 'generalComment'
  | 'specificComment'
  | 'qualitiesComment'
  | `level/${PrimarySubject}`
  | `score/${PrimarySubject}`
  | `comment/${PrimarySubject}`
  | `quality/${CoreQuality}`
  | `competence/${CoreCompetence}`;

export interface ResultHeader {
  /** 0-based row of the first pupil. */
  readonly firstIndex: number;
  readonly columns: ReadonlyMap<ResultKey, number>;
}

const headerLines = 3;

/** Reads the three-line header, whose merged cells hold their text in the first column only. */
export function readResultHeader(sheet: SheetGrid, problems: ProblemList): ResultHeader | undefined {
  const top = sheet.rows.slice(0, 15).findIndex((cells) => cells.some((cell) => titleOf(cell) === 'mã học sinh'));
  const columns = new Map<ResultKey, number>();
  if (top >= 0) {
    for (const [column, path] of headerPaths(sheet.rows.slice(top, top + headerLines)).entries()) {
      const key = keyOfPath(path);
      if (key !== undefined && !columns.has(key)) columns.set(key, column);
    }
  }
  // Without the pupils' code there is no telling where the header is: one problem, not forty.
  const required = top >= 0 ? requiredColumns() : requiredColumns().slice(0, 1);
  const missing = required.filter(([key]) => !columns.has(key));
  for (const [, title] of missing) {
    const sentence = `thiếu cột “${title}”. Hãy xuất lại tệp từ cơ sở dữ liệu ngành, giữ nguyên ba dòng tiêu đề.`;
    problems.add({ at: wholeSheet(sheet.name), code: 'columnMissing', sentence });
  }
  return missing.length > 0 ? undefined : { firstIndex: top + headerLines, columns };
}

type HeaderPath = readonly [string, string, string];

function headerPaths(lines: readonly (readonly CellContent[])[]): HeaderPath[] {
  const [first = [], second = [], third = []] = lines;
  const width = Math.max(first.length, second.length, third.length);
  const paths: HeaderPath[] = [];
  let group = '';
  let title = '';
  for (let column = 0; column < width; column += 1) {
    const ownGroup = titleOf(first[column]);
    const ownTitle = titleOf(second[column]);
    const what = titleOf(third[column]);
    if (ownGroup !== '') group = ownGroup;
    if (ownGroup !== '' || ownTitle !== '') title = ownTitle;
    paths.push([group, ownTitle === '' && what === '' ? '' : title, what]);
  }
  return paths;
}

const plainColumns: Readonly<Record<string, ResultKey>> = {
  'mã lớp': 'classId',
  'mã học sinh': 'studentId',
  'họ tên': 'fullName',
  'họ và tên': 'fullName',
  'số ngày nghỉ có phép': 'absentWithLeave',
  'số ngày nghỉ không phép': 'absentWithoutLeave',
  'chiều cao': 'height',
  'chiều cao (cm)': 'height',
  'cân nặng': 'weight',
  'cân nặng (kg)': 'weight',
  'hoàn thành chương trình lớp học': 'gradeCompleted',
  'lên lớp': 'promoted',
  'xếp loại': 'educationResult',
  'đánh giá kết quả giáo dục': 'educationResult',
  'khen thưởng': 'commendation',
};

const competencesByTitle = new Map(coreCompetences.map(({ id, label }) => [foldTitle(label), id]));
const qualitiesByTitle = new Map(coreQualities.map(({ id, label }) => [foldTitle(label), id]));

function keyOfPath([group, title, what]: HeaderPath): ResultKey | undefined {
  if (title === '' && what === '') return plainColumns[group];
  if (group.startsWith('năng lực')) return competenceKey(group, title);
  if (group.startsWith('phẩm chất') || group.startsWith('những phẩm chất')) {
    if (title === 'nhận xét') return 'qualitiesComment';
    const quality = qualitiesByTitle.get(title);
    return quality && `quality/${quality}`;
  }
  const subject = subjectOfTitle(title) ?? subjectOfTitle(group);
  return subject && subjectKey(subject, subjectOfTitle(title) ? what : title);
}

function competenceKey(group: string, title: string): ResultKey | undefined {
  if (title === 'nhận xét') return group.includes('đặc thù') ? 'specificComment' : 'generalComment';
  const competence = competencesByTitle.get(title);
  return competence && `competence/${competence}`;
}

function subjectKey(subject: PrimarySubject, what: string): ResultKey | undefined {
  if (what === 'mức đạt được') return `level/${subject}`;
  if (what === 'điểm ktđk') return `score/${subject}`;
  return what === 'nhận xét' ? `comment/${subject}` : undefined;
}

function requiredColumns(): readonly (readonly [ResultKey, string])[] {
  return [
    ['studentId', 'Mã học sinh'],
    ['classId', 'Mã lớp'],
    ...primarySubjects
      .filter(({ id }) => id !== 'ethnicLanguage')
      .map(({ id, label }) => [`level/${id}`, `${label} – Mức đạt được`] as const),
    ...coreCompetences.map(({ id, label }) => [`competence/${id}`, `Năng lực ${label}`] as const),
    ...coreQualities.map(({ id, label }) => [`quality/${id}`, `Phẩm chất ${label}`] as const),
  ];
}

function titleOf(cell: CellContent | undefined): string {
  return typeof cell === 'string' ? foldTitle(cell) : '';
}
