import {
  commentResults,
  formatScore,
  labelOf,
  type SecondarySubject,
  type SecondarySubjectResult,
  type SecondaryYearSheet,
  secondarySubjects,
  termOf,
  type YearMarks,
} from '@hocba/record';
import { type CommentView, commentView } from '../form/comment.ts';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { type RowSignatureView, rowSignature } from './row-signature.ts';
import type { SecondaryForm } from './secondary-form.ts';

/** Rows under one title, or none, as their template expects them. */
export interface MarkGroupView {
  readonly title: string;
  readonly rows: readonly MarkRowView[];
}

interface MarkRowView {
  readonly label: string;
  /** Of both semesters, the year and after reassessment; or one that takes their place. */
  readonly marks: readonly string[];
  readonly comment: CommentView;
  readonly signature: RowSignatureView | null;
  /** Những giáo viên cùng dạy. */
  readonly note: string;
}

/** Every row of the form is printed; one not taught or not chosen stays empty, and none of the sheet is left out. */
export function markGroups(
  sheet: SecondaryYearSheet,
  form: SecondaryForm,
  signatures: readonly RenderedSignature[],
): MarkGroupView[] {
  const row = (subject: SecondarySubject) => subjectRow(subject, sheet, signatures);
  const printed = form.subjectGroups.flatMap(({ subjects }) => subjects);
  const others = sheet.subjects.map(({ subject }) => subject).filter((subject) => !printed.includes(subject));
  return [
    ...form.subjectGroups.map(({ title, subjects }) => ({ title, rows: subjects.map(row) })),
    { title: 'Môn học khác', rows: others.map(row) },
    { title: 'Chuyên đề học tập lựa chọn', rows: topicRows(sheet, form.topicLines) },
  ].filter(({ rows }) => rows.length > 0);
}

function subjectRow(
  subject: SecondarySubject,
  sheet: SecondaryYearSheet,
  signatures: readonly RenderedSignature[],
): MarkRowView {
  const index = sheet.subjects.findIndex((result) => result.subject === subject);
  const result = sheet.subjects[index];
  if (result === undefined) return emptyRow(labelOf(secondarySubjects, subject) + unnamedVariant(subject));
  const { otherTeachers } = result;
  return {
    label: subjectLabel(result),
    marks: shownMarks(result),
    comment: commentView(result.comment),
    signature: rowSignature(index, sheet, signatures),
    note: otherTeachers.length === 0 ? '' : `Cùng dạy: ${otherTeachers.join(', ')}`,
  };
}

function subjectLabel({ subject, variant }: SecondarySubjectResult): string {
  const label = labelOf(secondarySubjects, subject);
  return variant === null ? label : `${label} (${variant})`;
}

/** The language is written into the brackets of the form. */
function unnamedVariant(subject: SecondarySubject): string {
  return subject === 'foreignLanguage' ? ' (…)' : '';
}

function shownMarks(result: SecondarySubjectResult): string[] {
  const none = result.exempted ? 'Miễn' : '';
  if (result.form === 'byScore') return marksOf(result.marks, formatScore, none);
  return marksOf(result.marks, (mark) => termOf(commentResults, mark).code, none);
}

function marksOf<Mark>(
  { first, second, year, afterReassessment }: YearMarks<Mark>,
  shown: (mark: Mark) => string,
  none: string,
): string[] {
  const after = afterReassessment === null ? '' : shown(afterReassessment);
  return [...[first, second, year].map((mark) => (mark === null ? none : shown(mark))), after];
}

/** One score a cụm, signed with the row of its subject. @law TT22/2021 Đ6.3 */
function topicRows({ subjects }: SecondaryYearSheet, lines: number): MarkRowView[] {
  const rows = subjects.flatMap(({ subject, topic }) => {
    if (topic === null) return [];
    const { title, score } = topic;
    const marks = [score === null ? '' : formatScore(score)];
    return [{ ...emptyRow(labelOf(secondarySubjects, subject)), marks, comment: commentView(title) }];
  });
  const empty = Array.from({ length: Math.max(0, lines - rows.length) }, () => ({ ...emptyRow(''), marks: [''] }));
  return [...rows, ...empty];
}

function emptyRow(label: string): MarkRowView {
  return { label, marks: ['', '', '', ''], comment: commentView(''), signature: null, note: '' };
}
