import { labelOf, type PrimaryYearSheet, primarySubjects } from '@hocba/record';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { vietnamTime } from '../form/vietnam-time.ts';

/** Chữ ký của giáo viên bộ môn: the paper form has no place for it, so it is listed below the rows it covers. */
export interface TeacherSignatureView {
  readonly subject: string;
  readonly name: string;
  readonly position: string;
  readonly signedAt: string;
}

/** Empty where the profile asks only the homeroom teacher to sign. */
export function teacherSignatures(
  sheet: PrimaryYearSheet,
  signatures: readonly RenderedSignature[],
): TeacherSignatureView[] {
  return signatures.flatMap((signature) => {
    const row = /^subjectTeacher-(\d+)$/.exec(signature.slot)?.[1];
    const subject = row === undefined ? undefined : sheet.subjects[Number(row) - 1]?.subject;
    if (subject === undefined) return [];
    const { name, position, signedAt } = signature;
    return [{ subject: labelOf(primarySubjects, subject), name, position, signedAt: vietnamTime(signedAt) }];
  });
}
