import type { SchoolYear } from '@hocba/record';
import type { PrimaryParameters } from '@hocba/rules';
import { checkConclusion } from './check-conclusion.ts';
import { completedChoices, educationResultChoices, promotedChoices } from './choices.ts';
import { rowsUnder } from './find-table.ts';
import type { ImportedYearResult, StatedConclusion } from './imported-school.ts';
import type { ProblemList } from './problem-list.ts';
import type { ResultKey } from './result-header.ts';
import { readResultHeader } from './result-header.ts';
import type { RowFields } from './row-fields.ts';
import { rowFields } from './row-fields.ts';
import type { SheetGrid } from './sheet-grid.ts';
import type { TableRow } from './table-row.ts';
import { wholeSheet } from './table-row.ts';
import { readQualitiesAndCompetences } from './validate-rated-rows.ts';
import { pupilOfRow } from './validate-students.ts';
import { readSubjectRows } from './validate-subject-rows.ts';
import type { KnownPeople } from './whose-result.ts';
import { whoseResult } from './whose-result.ts';

export interface ResultContext extends KnownPeople {
  readonly schoolYear: SchoolYear;
  readonly parameters: PrimaryParameters;
  readonly problems: ProblemList;
  readonly onRow: (done: number, total: number) => void;
}

/** Year-end results, one row a pupil; a pupil who left needs none. */
export function validateResults(sheet: SheetGrid, context: ResultContext): ImportedYearResult[] {
  const { problems } = context;
  const header = readResultHeader(sheet, problems);
  if (!header) return [];
  const rows = rowsUnder(sheet, header.firstIndex, header.columns);
  const results = new Map<string, ImportedYearResult>();
  const seen = new Map<string, number>();
  const findHolder = whoseResult(context);
  rows.forEach((row, index) => {
    context.onRow(index + 1, rows.length);
    const fields = rowFields(row, { problems, pupil: pupilOfRow(row) });
    const { student, schoolClass } = findHolder(row, fields);
    const studentId = student?.profile.studentId ?? row.line('studentId') ?? '';
    const earlier = seen.get(studentId);
    if (earlier !== undefined && studentId !== '') {
      const sentence = `kết quả của học sinh này đã có ở dòng ${earlier}. Hãy chỉ giữ một dòng.`;
      fields.report('studentId', 'duplicateResult', sentence);
    }
    seen.set(studentId, earlier ?? row.number);
    // Even a row of nobody is read to its end: its faults belong in the same report.
    if (!schoolClass) return;
    const { grade } = schoolClass;
    const individualEducationPlan = student?.profile.individualEducationPlan ?? false;
    const result = readResult(row, fields, { grade, individualEducationPlan, parameters: context.parameters });
    if (!individualEducationPlan) checkConclusion(result, fields, { ...context, grade });
    if (student) results.set(studentId, { studentId, classId: student.classId, ...result });
  });
  reportMissingResults(sheet, new Set(seen.keys()), context);
  return [...results.values()];
}

type RowContext = Parameters<typeof readSubjectRows>[2];

function readResult(
  row: TableRow<ResultKey>,
  fields: RowFields<ResultKey>,
  context: RowContext,
): Omit<ImportedYearResult, 'studentId' | 'classId'> {
  return {
    subjects: readSubjectRows(row, fields, context),
    qualitiesAndCompetences: readQualitiesAndCompetences(row, fields, context),
    heightTenths: readMeasure(row, fields, { key: 'height', label: 'Chiều cao', low: 500, high: 2200 }),
    weightTenths: readMeasure(row, fields, { key: 'weight', label: 'Cân nặng', low: 80, high: 1500 }),
    absentWithLeave: readDays(row, fields, 'absentWithLeave'),
    absentWithoutLeave: readDays(row, fields, 'absentWithoutLeave'),
    stated: readConclusion(row, fields),
  };
}

function readConclusion(row: TableRow<ResultKey>, fields: RowFields<ResultKey>): StatedConclusion {
  const completed = { key: 'gradeCompleted', label: 'Hoàn thành chương trình lớp học' } as const;
  return {
    educationResult: fields.choice({ key: 'educationResult', label: 'Xếp loại' }, educationResultChoices),
    firstEducationResult: null,
    gradeCompleted: fields.choice(completed, completedChoices),
    promoted: fields.choice({ key: 'promoted', label: 'Lên lớp' }, promotedChoices),
    commendations: (row.line('commendation') ?? '')
      .split(';')
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  };
}

function readDays(row: TableRow<ResultKey>, fields: RowFields<ResultKey>, key: ResultKey): number {
  const text = row.line(key) ?? '0';
  const days = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (days <= 300) return days;
  fields.report(key, 'valueInvalid', `số ngày nghỉ “${text}” không hợp lệ. Hãy ghi số nguyên từ 0 đến 300.`);
  return 0;
}

interface Measure {
  readonly key: ResultKey;
  readonly label: string;
  /** Tenths. */
  readonly low: number;
  readonly high: number;
}

function readMeasure(row: TableRow<ResultKey>, fields: RowFields<ResultKey>, measure: Measure): number | null {
  const { key, label, low, high } = measure;
  const text = row.line(key);
  if (text === null) return null;
  const tenths = Math.round(Number(text.replace(',', '.')) * 10);
  if (tenths >= low && tenths <= high) return tenths;
  const sentence = `${label} “${text}” không hợp lệ. Hãy ghi số từ ${low / 10} đến ${high / 10}, hoặc để trống.`;
  fields.report(key, 'valueInvalid', sentence);
  return null;
}

function reportMissingResults(sheet: SheetGrid, seen: ReadonlySet<string>, context: ResultContext): void {
  for (const { profile, classId, status } of context.students) {
    const { studentId, fullName } = profile;
    if (seen.has(studentId) || status === 'transferredOut' || status === 'droppedOut') continue;
    const sentence = `chưa có dòng kết quả của học sinh lớp ${classId} này. Hãy bổ sung, hoặc sửa trạng thái nếu em đã chuyển đi.`;
    const pupil = { studentId, fullName };
    context.problems.add({ at: wholeSheet(sheet.name), code: 'resultMissing', sentence, pupil });
  }
}
