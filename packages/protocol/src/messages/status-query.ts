import type { SchoolYear } from '@hocba/record';
import { hex32, identifier, object, orNull, type Rule, schoolYear } from '../rule.ts';

/** Hỏi tình trạng: what does the registry hold of this school and year? Answered by a reconciliation, in pages. */
export interface StatusQuery {
  readonly schoolId: string;
  readonly schoolYear: SchoolYear;
  /** The page begins after this record; `null` for the first. */
  readonly afterRecordId: string | null;
}

export const statusQuery: Rule<StatusQuery> = object<StatusQuery>({
  schoolId: identifier,
  schoolYear,
  afterRecordId: orNull(hex32),
});
