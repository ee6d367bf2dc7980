import { rowSlot, type SecondaryYearSheet, slotLabel } from '@hocba/record';
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
  sheet: SecondaryYearSheet,
  signatures: readonly RenderedSignature[],
): RowSignatureView | null {
  const { subjects, signatories } = sheet;
  const own = rowSlot(index + 1);
  const slot = signatories.some((signatory) => signatory.slot === own) ? own : subjects[index]?.responsible;
  const signature = signatures.find((each) => each.slot === slot);
  const { name, position } = signature ?? signatories.find((each) => each.slot === slot) ?? { name: '', position: '' };
  if (name === '') return null;
  const capacity = [...USUAL_POSITIONS, slotLabel(own, sheet)].includes(position) ? '' : position;
  return { name, capacity, signedAt: signature === undefined ? '' : shortVietnamTime(signature.signedAt) };
}

const USUAL_POSITIONS = ['Giáo viên', 'Giáo viên môn học', 'Giáo viên bộ môn'];
