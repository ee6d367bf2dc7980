import type { PrimarySubject, Score } from '@hocba/record';
import { labelOf, parseScore, primarySubjects, subjectLevels } from '@hocba/record';
import type { PrimaryParameters } from '@hocba/rules';
import { subjectsWithTest } from '@hocba/rules';
import { completedChoices, educationResultChoices, levelsInWords, promotedChoices } from './choices.ts';
import { readTable } from './find-table.ts';
import type { ImportedYearResult } from './imported-school.ts';
import type { ProblemList } from './problem-list.ts';
import type { RowFields } from './row-fields.ts';
import { rowFields } from './row-fields.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { subjectOfTitle, supplementaryColumns } from './sheet-layouts.ts';
import type { TableRow } from './table-row.ts';
import { pupilOfRow } from './validate-students.ts';
import { levelOfText, scoreFault } from './validate-subject-rows.ts';
import type { KnownPeople } from './whose-result.ts';
import { whoseResult } from './whose-result.ts';

type SupplementaryKey = (typeof supplementaryColumns)[number]['key'];

export interface SupplementaryContext extends KnownPeople {
  readonly results: readonly ImportedYearResult[];
  readonly parameters: PrimaryParameters;
  readonly problems: ProblemList;
}

/** Đánh giá bổ sung: the second result is put beside the first, the conclusion becomes the later one. @law TT27/2020 Đ11 */
export function validateSupplementary(sheet: SheetGrid, context: SupplementaryContext): ImportedYearResult[] {
  const results = new Map(context.results.map((result) => [result.studentId, result]));
  const findHolder = whoseResult(context);
  for (const row of readTable(sheet, supplementaryColumns, context.problems)) {
    const fields = rowFields(row, { problems: context.problems, pupil: pupilOfRow(row) });
    const { student, schoolClass } = findHolder(row, fields);
    const subject = readSubject(row, fields);
    if (!student || !schoolClass || subject === null) continue;
    const { studentId } = student.profile;
    const first = results.get(studentId);
    if (!first || !isDue(first, subject, fields)) continue;
    const testDue = subjectsWithTest(schoolClass.grade, 'yearEnd').includes(subject);
    const supplementary = {
      level: readLevel(row, fields, subject),
      score: readScore(row, fields, { subject, testDue, parameters: context.parameters }),
    };
    results.set(studentId, withSupplementary(first, { subject, supplementary }, readConclusion(fields)));
  }
  return [...results.values()];
}

function readSubject(row: TableRow<SupplementaryKey>, fields: RowFields<SupplementaryKey>): PrimarySubject | null {
  const title = fields.required({ key: 'what', label: 'Nội dung đánh giá bổ sung' });
  if (title === null) return null;
  const subject = subjectOfTitle(title);
  if (subject !== undefined) return subject;
  const sentence = `“${row.line('what') ?? ''}” không phải là môn học, hoạt động giáo dục cấp tiểu học. Hãy ghi đúng tên môn như trong học bạ.`;
  fields.report('what', 'unknownSubject', sentence);
  return null;
}

/** Only what was not completed is assessed again. */
function isDue(first: ImportedYearResult, subject: PrimarySubject, fields: RowFields<SupplementaryKey>): boolean {
  const row = first.subjects.find((one) => one.subject === subject);
  if (row && (row.level === 'notCompleted' || (row.score !== null && row.score < 50))) return true;
  const sentence = `môn ${labelOf(primarySubjects, subject)} của học sinh này không ở mức Chưa hoàn thành nên không đánh giá bổ sung. Hãy xoá dòng này hoặc sửa kết quả cuối năm.`;
  fields.report('what', 'supplementaryNotDue', sentence);
  return false;
}

function readLevel(row: TableRow<SupplementaryKey>, fields: RowFields<SupplementaryKey>, subject: PrimarySubject) {
  const text = fields.required({ key: 'level', label: 'Mức đạt được' });
  const level = text === null ? null : levelOfText(text);
  if (level !== undefined) return level;
  const label = labelOf(primarySubjects, subject);
  const sentence = `mức “${row.line('level') ?? ''}” của môn ${label} không hợp lệ. Chỉ ghi ${levelsInWords(subjectLevels)}.`;
  fields.report('level', 'levelInvalid', sentence);
  return null;
}

interface RetakenTest {
  readonly subject: PrimarySubject;
  readonly testDue: boolean;
  readonly parameters: PrimaryParameters;
}

function readScore(
  row: TableRow<SupplementaryKey>,
  fields: RowFields<SupplementaryKey>,
  { subject, testDue, parameters }: RetakenTest,
): Score | null {
  const text = row.line('score');
  const label = labelOf(primarySubjects, subject);
  if (text === null) return null;
  if (!testDue) {
    fields.report('score', 'scoreNotExpected', `môn ${label} không có bài kiểm tra định kì. Hãy xoá điểm.`);
    return null;
  }
  const fault = scoreFault(text, label, parameters);
  if (fault !== null) fields.report('score', fault.code, fault.sentence);
  return fault === null ? (parseScore(text) ?? null) : null;
}

function readConclusion(fields: RowFields<SupplementaryKey>) {
  const completed = { key: 'gradeCompleted', label: 'Hoàn thành chương trình lớp học' } as const;
  return {
    educationResult: fields.choice({ key: 'educationResult', label: 'Xếp loại' }, educationResultChoices),
    gradeCompleted: fields.choice(completed, completedChoices),
    promoted: fields.choice({ key: 'promoted', label: 'Lên lớp' }, promotedChoices),
  };
}

interface SecondResult {
  readonly subject: PrimarySubject;
  readonly supplementary: ImportedYearResult['subjects'][number]['supplementary'];
}

function withSupplementary(
  first: ImportedYearResult,
  { subject, supplementary }: SecondResult,
  conclusion: ReturnType<typeof readConclusion>,
): ImportedYearResult {
  const firstEducationResult = first.stated.firstEducationResult ?? first.stated.educationResult;
  return {
    ...first,
    subjects: first.subjects.map((row) => (row.subject === subject ? { ...row, supplementary } : row)),
    stated: { ...first.stated, ...conclusion, firstEducationResult },
  };
}
