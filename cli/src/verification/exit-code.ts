import type { RecordOutcome } from '@hocba/verify';

export type OutcomeCounts = Readonly<Record<RecordOutcome, number>>;

/** The worst outcome of all files: invalid before unreadable before indeterminate before valid. */
export function exitCodeOf({ invalid, unreadable, indeterminate }: OutcomeCounts): number {
  if (invalid > 0) return 1;
  if (unreadable > 0) return 3;
  return indeterminate > 0 ? 2 : 0;
}
