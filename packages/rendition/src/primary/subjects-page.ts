import {
  formatScore,
  type PrimarySubjectResult,
  type PrimaryYearSheet,
  primarySubjects,
  subjectLevels,
} from '@hocba/record';
import { type CommentView, commentView } from '../form/comment.ts';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { decimalComma } from '../form/tenths.ts';
import { letterOf } from '../form/term-letter.ts';
import { type FieldView, field } from '../form/view.ts';
import { supplementaryNote } from './supplementary-note.ts';
import { type TeacherSignatureView, teacherSignatures } from './teacher-signatures.ts';

/** Trang 1 của năm học: đầu trang và mục 1. */
export interface SubjectsPageView {
  readonly head: readonly (readonly FieldView[])[];
  readonly rows: readonly SubjectRowView[];
  readonly note: string;
  readonly teacherSignatures: readonly TeacherSignatureView[];
}

interface SubjectRowView {
  readonly label: string;
  readonly level: string;
  readonly supplementaryLevel: string;
  readonly score: string;
  readonly supplementaryScore: string;
  readonly comment: CommentView;
}

export function subjectsPageView(sheet: PrimaryYearSheet, signatures: readonly RenderedSignature[]): SubjectsPageView {
  return {
    head: headLines(sheet),
    rows: primarySubjects.map(({ id, label }) =>
      subjectRow(
        label,
        sheet.subjects.find((result) => result.subject === id),
      ),
    ),
    note: sheet.subjects.some(({ supplementary }) => supplementary !== null) ? supplementaryNote : '',
    teacherSignatures: teacherSignatures(sheet, signatures),
  };
}

function headLines(sheet: PrimaryYearSheet): FieldView[][] {
  return [
    [
      field('Họ và tên học sinh', sheet.student.fullName, { strong: true, share: 3 }),
      field('Lớp', sheet.className, { strong: true }),
    ],
    [
      field('Chiều cao', sheet.heightTenths === null ? '' : `${decimalComma(sheet.heightTenths)} cm`),
      field('Cân nặng', sheet.weightTenths === null ? '' : `${decimalComma(sheet.weightTenths)} kg`),
    ],
    [
      field('Số ngày nghỉ có phép', String(sheet.absentWithLeave)),
      field('Số ngày nghỉ không phép', String(sheet.absentWithoutLeave)),
    ],
  ];
}

/** Every row of the form is printed in every grade; one not taught stays empty. */
function subjectRow(label: string, result: PrimarySubjectResult | undefined): SubjectRowView {
  const supplementary = result?.supplementary;
  return {
    label,
    level: letterOf(subjectLevels, result?.level),
    supplementaryLevel: letterOf(subjectLevels, supplementary?.level),
    score: shownScore(result?.score),
    supplementaryScore: shownScore(supplementary?.score),
    comment: commentView(result?.comment ?? ''),
  };
}

function shownScore(score: PrimarySubjectResult['score'] | undefined): string {
  return score === null || score === undefined ? '' : formatScore(score);
}
