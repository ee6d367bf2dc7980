import type { Commendation, PrimaryEducationResult } from '@hocba/record';
import type { ConditionReport } from '../condition.ts';
import type { DataProblem, Decision, MissingDatum, Reason, ReasonInput } from '../reason.ts';

export interface PrimaryResult {
  /** `null` while data is missing or wrong, and for a pupil whose individual plan gives no level. */
  readonly level: PrimaryEducationResult | null;
  /** The result before a supplementary assessment; `null` where none took place. */
  readonly firstLevel: PrimaryEducationResult | null;
  readonly reasons: readonly Reason[];
}

/** Danh hiệu. `eligible`: the results allow it, people have not (yet) decided; never given by computation. */
export interface PrimaryTitle {
  readonly id: Commendation;
  readonly label: string;
  readonly status: 'awarded' | 'eligible';
  readonly reasons: readonly Reason[];
}

/** What TT27/2020 makes of a pupil's year. `holds: null` = not decided yet. */
export interface PrimaryYearOutcome {
  readonly circular: 'TT27/2020';
  readonly result: PrimaryResult;
  /** Hoàn thành chương trình lớp học. */
  readonly gradeCompleted: Decision;
  /** Được lên lớp: a flag of its own, see Đ11.1.c. */
  readonly promoted: Decision;
  /** Hoàn thành chương trình tiểu học; `holds: false` without reasons below grade 5. */
  readonly primaryCompleted: Decision;
  readonly titles: readonly PrimaryTitle[];
  /** Rows to assess again, while the result is Chưa hoàn thành. */
  readonly supplementaryDue: readonly ReasonInput[];
  /** Every condition judged for the final result, for a screen that shows the whole list. */
  readonly conditions: readonly ConditionReport[];
  readonly missing: readonly MissingDatum[];
  readonly errors: readonly DataProblem[];
  readonly warnings: readonly DataProblem[];
}
