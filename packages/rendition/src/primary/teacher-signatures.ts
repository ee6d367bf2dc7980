import { labelOf, type PrimaryYearSheet, primarySubjects } from '@hocba/record';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { vietnamTime } from '../form/vietnam-time.ts';

/** Chữ ký của giáo viên bộ môn: the paper form has no place for it, so it is listed below the rows it covers, a line each. */
export interface TeacherSignatureView {
  /** With the subject: "Giáo viên môn Toán". */
  readonly capacity: string;
  readonly name: string;
  readonly signedAt: string;
}

/** Empty where the profile asks only the homeroom teacher to sign. */
export function teacherSignatures(
  sheet: PrimaryYearSheet,
  signatures: readonly RenderedSignature[],
): TeacherSignatureView[] {
  return signatures.flatMap(({ slot, name, position, signedAt }) => {
    const row = /^subjectTeacher-(\d+)$/.exec(slot)?.[1];
    const subject = row === undefined ? undefined : sheet.subjects[Number(row) - 1]?.subject;
    if (subject === undefined) return [];
    const label = labelOf(primarySubjects, subject);
    const capacity = position.includes(label) ? position : `${position}: ${label}`;
    return [{ capacity, name, signedAt: vietnamTime(signedAt) }];
  });
}
