import type { StoredYearSheet } from '../carry-over/index.ts';
import type { OfferedPdf, StoredSignature } from '../signing/index.ts';
import type { TimestampedSignature } from './assemble-record.ts';

/** A sheet with its seal, on the way to being issued. */
export interface SignedSheet {
  readonly sheet: StoredYearSheet;
  readonly signatures: readonly StoredSignature[];
  /** Where the principal signs the PDF as well: the PDF that was handed over. */
  readonly offered: OfferedPdf | undefined;
}

export function timestamped(signatures: readonly StoredSignature[]): (StoredSignature & TimestampedSignature)[] {
  return signatures.filter((each): each is StoredSignature & TimestampedSignature => each.timestampToken !== null);
}
