import type { LawCitation, Reason } from './reason.ts';

/** A difference between what a sheet states and what the rules make of its own data. */
export interface RuleFinding {
  readonly code: string;
  /** `error`: the sheet breaks a rule. `warning`: lawful, yet a person should look. */
  readonly severity: 'error' | 'warning';
  readonly law: LawCitation;
  /** Vietnamese: what the sheet says, what follows from its data. */
  readonly sentence: string;
  readonly stated: string | null;
  readonly computed: string | null;
  /** Why the rules say so. */
  readonly reasons: readonly Reason[];
}
