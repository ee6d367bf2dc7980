import { type RecordState, recordStates, type SchoolYear } from '@hocba/record';
import {
  hex32,
  identifier,
  listOf,
  object,
  oneOf,
  orNull,
  type Rule,
  schoolYear,
  sha256,
  wholeNumber,
} from '../rule.ts';

/** One record as the registry holds it. */
export interface HeldRecord {
  readonly recordId: string;
  readonly version: number;
  readonly xmlDigest: string;
  readonly state: RecordState;
}

/** Đối soát: a page of what the registry holds, by rising `recordId`. */
export interface Reconciliation {
  /** `messageId` of the status query. */
  readonly inReplyTo: string;
  readonly schoolId: string;
  readonly schoolYear: SchoolYear;
  readonly records: readonly HeldRecord[];
  /** Ask again after this record; `null`: that was the last page. */
  readonly nextAfter: string | null;
}

const heldRecord: Rule<HeldRecord> = object<HeldRecord>({
  recordId: hex32,
  version: wholeNumber(1, 999),
  xmlDigest: sha256,
  state: oneOf(recordStates.map(({ id }) => id)),
});

export const reconciliation: Rule<Reconciliation> = object<Reconciliation>({
  inReplyTo: identifier,
  schoolId: identifier,
  schoolYear,
  records: listOf(heldRecord, 1000),
  nextAfter: orNull(hex32),
});
