import { type LawCitation, type Reason, type ReasonInput, reason } from './reason.ts';

/** One named condition of the law, judged on facts that are already known to be complete. */
export interface Condition<Facts> {
  readonly id: string;
  readonly law: LawCitation;
  /** What the law asks, as a Vietnamese clause: "tất cả môn học ở mức Hoàn thành tốt". */
  readonly asks: string;
  /** The data against it; none means that it holds. */
  readonly against: (facts: Facts) => readonly ReasonInput[];
  /** What stands in the way, as a Vietnamese clause. */
  readonly objection: (against: readonly ReasonInput[]) => string;
}

export interface ConditionReport {
  readonly id: string;
  readonly law: LawCitation;
  readonly holds: boolean;
  readonly asks: string;
  readonly objection: string | null;
  readonly inputs: readonly ReasonInput[];
}

export function judge<Facts>(conditions: readonly Condition<Facts>[], facts: Facts): readonly ConditionReport[] {
  return conditions.map((condition) => {
    const inputs = condition.against(facts);
    const holds = inputs.length === 0;
    const { id, law, asks } = condition;
    return { id, law, holds, asks, inputs, objection: holds ? null : condition.objection(inputs) };
  });
}

export function allHold(reports: readonly ConditionReport[]): boolean {
  return reports.every((report) => report.holds);
}

/** One reason for each condition that fails, opened by `because`: "Không đạt mức Hoàn thành vì". */
export function objections(reports: readonly ConditionReport[], because: string): readonly Reason[] {
  return reports.flatMap((report) =>
    report.objection === null ? [] : [reason(report.law, `${because} ${report.objection}`, report.inputs)],
  );
}
