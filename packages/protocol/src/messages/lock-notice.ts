import type { SchoolYear } from '@hocba/record';
import { date, listOf, object, oneOf, type Rule, schoolYear, sha256, text } from '../rule.ts';
import { type SheetIdentity, sheetIdentity } from '../sheet-identity.ts';

/** Đợt chốt. @law KH213/KH-BGDĐT PL 1: confirmed pupils first, then those assessed again and data sent with errors */
export const cohorts = ['completed', 'notYetCompletedOrFaulty'] as const;
export type Cohort = (typeof cohorts)[number];

export interface LockedSheet {
  readonly sheet: SheetIdentity;
  readonly xmlDigest: string;
}

/** Thông báo chốt: the registry tells a school which records are locked, hence in force, from which day. */
export interface LockNotice {
  readonly schoolYear: SchoolYear;
  readonly cohort: Cohort;
  /** Ngày hiệu lực. */
  readonly effectiveDate: string;
  /** The document the date comes from, as people cite it. */
  readonly source: string;
  readonly sheets: readonly LockedSheet[];
}

export const lockNotice: Rule<LockNotice> = object<LockNotice>({
  schoolYear,
  cohort: oneOf(cohorts),
  effectiveDate: date,
  source: text(500),
  sheets: listOf(object<LockedSheet>({ sheet: sheetIdentity, xmlDigest: sha256 }), 1000),
});
