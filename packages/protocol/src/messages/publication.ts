import { type RecordFiles, recordFiles } from '../record-files.ts';
import { date, object, oneOf, orNull, type Rule } from '../rule.ts';
import { type SheetIdentity, sheetIdentity } from '../sheet-identity.ts';

/** States of a record that the public may learn of; `replaced` and `withdrawn` are versions the school took back before the lock. */
export const publishedStates = ['received', 'locked', 'recallRequested', 'recalled', 'replaced', 'withdrawn'] as const;

/** Công bố: a registry tells the portal what a look-up code stands for. A later one for the same sheet and version takes its place. */
export interface Publication {
  readonly sheet: SheetIdentity;
  readonly state: (typeof publishedStates)[number];
  /** Ngày hiệu lực; `null` before the lock. */
  readonly effectiveDate: string | null;
  /** `null` when only state or date changed. */
  readonly files: RecordFiles | null;
}

export const publication: Rule<Publication> = object<Publication>({
  sheet: sheetIdentity,
  state: oneOf(publishedStates),
  effectiveDate: orNull(date),
  files: orNull(recordFiles),
});
