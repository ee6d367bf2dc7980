import type { PrimaryEducationResult } from '@hocba/record';

/** What a sentence of the rules is about: the field to point at. */
export interface Datum {
  readonly kind: string;
  readonly of: string;
  readonly label: string;
}

export interface Reason {
  readonly law: string;
  readonly sentence: string;
  /** Where the law leaves more than one reading: the setting that was used. */
  readonly parameter?: string;
}

export type Missing = Datum & { readonly sentence: string };

export interface Decision {
  readonly holds: boolean | null;
  readonly reasons: readonly Reason[];
}

/** What TT27/2020 makes of a pupil's year, as the server computed it. */
export interface Outcome {
  readonly result: {
    readonly level: PrimaryEducationResult | null;
    readonly firstLevel: PrimaryEducationResult | null;
    readonly reasons: readonly Reason[];
  };
  readonly gradeCompleted: Decision;
  readonly promoted: Decision;
  readonly primaryCompleted: Decision;
  readonly titles: readonly {
    readonly id: string;
    readonly label: string;
    readonly status: 'awarded' | 'eligible';
    readonly reasons: readonly Reason[];
  }[];
  readonly supplementaryDue: readonly (Datum & { readonly value: string })[];
  readonly missing: readonly Missing[];
  readonly errors: readonly Missing[];
  readonly warnings: readonly Missing[];
}

/** The first sentence about one field: what is missing or wrong there. */
export function complaintAbout(outcome: Outcome, kind: string, of: string): string | undefined {
  return [...outcome.errors, ...outcome.missing].find((each) => each.kind === kind && each.of === of)?.sentence;
}
