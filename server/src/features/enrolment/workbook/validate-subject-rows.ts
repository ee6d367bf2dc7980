import type { PrimarySubject, Score } from '@hocba/record';
import { isWholeScore, labelOf, parseScore, primarySubjects, subjectLevels } from '@hocba/record';
import type { PrimaryParameters } from '@hocba/rules';
import { standingOf, subjectsWithTest } from '@hocba/rules';
import { levelsInWords, subjectLevelChoices } from './choices.ts';
import type { ImportedSubjectResult, PrimaryGrade } from './imported-school.ts';
import type { ResultKey } from './result-header.ts';
import type { RowFields } from './row-fields.ts';
import { foldTitle } from './sheet-layouts.ts';
import type { TableRow } from './table-row.ts';

export interface SubjectRowContext {
  readonly grade: PrimaryGrade;
  readonly individualEducationPlan: boolean;
  readonly parameters: PrimaryParameters;
}

/** The subject rows of one pupil: the grade's compulsory subjects, and electives that have something in them. */
export function readSubjectRows(
  row: TableRow<ResultKey>,
  fields: RowFields<ResultKey>,
  context: SubjectRowContext,
): ImportedSubjectResult[] {
  return primarySubjects.flatMap(({ id }) => {
    const standing = standingOf(id, context.grade);
    const empty = subjectKeys(id).every((key) => row.line(key) === null);
    if (empty && standing !== 'compulsory') return [];
    if (standing === 'notTaught') {
      reportNotTaught(row, fields, { subject: id, grade: context.grade });
      return [];
    }
    return [readSubjectRow(row, fields, { ...context, subject: id, compulsory: standing === 'compulsory' })];
  });
}

function subjectKeys(subject: PrimarySubject): ResultKey[] {
  return [`level/${subject}`, `score/${subject}`, `comment/${subject}`];
}

interface TaughtSubject extends SubjectRowContext {
  readonly subject: PrimarySubject;
  readonly compulsory: boolean;
}

function readSubjectRow(
  row: TableRow<ResultKey>,
  fields: RowFields<ResultKey>,
  taught: TaughtSubject,
): ImportedSubjectResult {
  const { subject, parameters } = taught;
  const label = `Nhận xét môn ${labelOf(primarySubjects, subject)}`;
  return {
    subject,
    level: readSubjectLevel(row, fields, taught),
    score: readTestScore(row, fields, taught),
    comment: fields.comment({ key: `comment/${subject}`, label }, parameters.commentMaxLength),
    supplementary: null,
  };
}

function readSubjectLevel(row: TableRow<ResultKey>, fields: RowFields<ResultKey>, taught: TaughtSubject) {
  const { subject, compulsory, individualEducationPlan } = taught;
  const key = `level/${subject}` as const;
  const label = labelOf(primarySubjects, subject);
  const text = row.line(key);
  if (text !== null) {
    const level = levelOfText(text);
    if (level !== undefined) return level;
    const sentence = `mức “${text}” của môn ${label} không hợp lệ. Chỉ ghi ${levelsInWords(subjectLevels)}.`;
    fields.report(key, 'levelInvalid', sentence);
  } else if (compulsory && !individualEducationPlan) {
    fields.report(key, 'levelMissing', `chưa có mức đạt được môn ${label}. Hãy ghi ${levelsInWords(subjectLevels)}.`);
  }
  return null;
}

/** T, H or C, or their names; whatever the case. */
export function levelOfText(text: string) {
  return [...subjectLevelChoices].find(([name]) => foldTitle(name) === foldTitle(text))?.[1];
}

/** @law TT27/2020 Đ7.1 */
function readTestScore(row: TableRow<ResultKey>, fields: RowFields<ResultKey>, taught: TaughtSubject): Score | null {
  const { subject, grade, individualEducationPlan } = taught;
  const key = `score/${subject}` as const;
  const label = labelOf(primarySubjects, subject);
  const text = row.line(key);
  const due = subjectsWithTest(grade, 'yearEnd').includes(subject);
  if (text === null) {
    if (due && !individualEducationPlan) {
      const sentence = `chưa có điểm kiểm tra định kì cuối năm môn ${label}. Hãy nhập điểm là số nguyên từ 1 đến 10.`;
      fields.report(key, 'scoreMissing', sentence);
    }
    return null;
  }
  if (!due) {
    const sentence = `môn ${label} ở lớp ${grade} không có bài kiểm tra định kì nhưng ô này có điểm “${text}”. Hãy xoá điểm.`;
    fields.report(key, 'scoreNotExpected', sentence);
    return null;
  }
  const fault = scoreFault(text, label, taught.parameters);
  if (fault !== null) fields.report(key, fault.code, fault.sentence);
  return fault === null ? (parseScore(text) ?? null) : null;
}

/** What is wrong with a test score: whole numbers 1 to 10 (0 where the parameters accept it). */
export function scoreFault(text: string, label: string, { zeroScore }: Pick<PrimaryParameters, 'zeroScore'>) {
  const score = parseScore(text);
  if (score === undefined || (score === 0 && zeroScore === 'rejected')) {
    const sentence = `điểm “${text}” môn ${label} không hợp lệ. Hãy nhập số nguyên từ 1 đến 10.`;
    return { code: 'scoreInvalid', sentence } as const;
  }
  if (isWholeScore(score)) return null;
  const sentence = `điểm ${text.replace('.', ',')} môn ${label} có phần thập phân, nhưng bài kiểm tra định kì chỉ cho điểm nguyên. Hãy nhập lại số nguyên từ 1 đến 10.`;
  return { code: 'scoreNotWhole', sentence } as const;
}

function reportNotTaught(
  row: TableRow<ResultKey>,
  fields: RowFields<ResultKey>,
  { subject, grade }: { subject: PrimarySubject; grade: PrimaryGrade },
): void {
  const filled = subjectKeys(subject).find((key) => row.line(key) !== null) ?? `level/${subject}`;
  const label = labelOf(primarySubjects, subject);
  const sentence = `lớp ${grade} không học môn ${label} nhưng có dữ liệu. Hãy để trống mức, điểm và nhận xét của môn này.`;
  fields.report(filled, 'subjectNotTaught', sentence);
}
