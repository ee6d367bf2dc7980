import type { SchoolYear } from '@hocba/record';
import { hex32, identifier, object, type Rule, schoolYear, text, wholeNumber } from './rule.ts';

/** Which year sheet a message is about. No personal data: a message's header part may be logged. */
export interface SheetIdentity {
  readonly schoolId: string;
  readonly recordId: string;
  readonly schoolYear: SchoolYear;
  readonly grade: number;
  readonly className: string;
  readonly version: number;
  readonly lookupCode: string;
}

export const sheetIdentity: Rule<SheetIdentity> = object<SheetIdentity>({
  schoolId: identifier,
  recordId: hex32,
  schoolYear,
  grade: wholeNumber(1, 12),
  className: text(500),
  version: wholeNumber(1, 999),
  lookupCode: hex32,
});
