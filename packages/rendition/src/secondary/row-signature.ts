import { labelOf, rowSlot, type SecondaryYearSheet, secondarySubjects } from '@hocba/record';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { shortVietnamTime } from '../form/vietnam-time.ts';

/** Chữ kí của giáo viên môn học, in the row it stands for. */
export interface RowSignatureView {
  readonly name: string;
  /** Shown where it is not simply the subject's teacher. */
  readonly capacity: string;
  /** Empty: expected, but not made yet. */
  readonly signedAt: string;
}

/** Of the row at `index`; `null` where nobody signs it by itself and nobody answers for it. */
export function rowSignature(
  index: number,
  { subjects, signatories }: SecondaryYearSheet,
  signatures: readonly RenderedSignature[],
): RowSignatureView | null {
  const result = subjects[index];
  const own = rowSlot(index + 1);
  const slot = signatories.some((signatory) => signatory.slot === own) ? own : result?.responsible;
  const signature = signatures.find((each) => each.slot === slot);
  const { name, position } = signature ?? signatories.find((each) => each.slot === slot) ?? { name: '', position: '' };
  if (name === '') return null;
  const subject = result === undefined ? '' : labelOf(secondarySubjects, result.subject);
  const capacity = usualPositions(subject).includes(position.toLocaleLowerCase('vi')) ? '' : position;
  return { name, capacity, signedAt: signature === undefined ? '' : shortVietnamTime(signature.signedAt) };
}

function usualPositions(subject: string): string[] {
  const ofSubject = `giáo viên môn ${subject}`.toLocaleLowerCase('vi');
  return ['giáo viên', 'giáo viên môn học', 'giáo viên bộ môn', ofSubject];
}
