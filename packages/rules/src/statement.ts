import type { DataProblem, LawCitation, MissingDatum, Reason } from './reason.ts';
import type { RuleFinding } from './rule-finding.ts';

/** One thing a sheet says, beside what the rules make of the sheet's own data. */
export interface Statement {
  readonly code: string;
  readonly law: LawCitation;
  /** What is compared, row and field: "Kết quả giáo dục", "Toán, cả năm". */
  readonly what: string;
  /** As printed on the form. */
  readonly stated: string;
  readonly computed: string;
  readonly reasons: readonly Reason[];
}

export function difference({ code, law, what, stated, computed, reasons }: Statement): readonly RuleFinding[] {
  if (stated === computed) return [];
  const sentence = `${what}: học bạ ghi “${stated}”, nhưng theo dữ liệu trong học bạ thì là “${computed}” (${law}).`;
  return [{ code, severity: 'error', law, sentence, stated, computed, reasons }];
}

/** What the sheet lacks, or has wrong, before anything can be compared. */
export function dataFindings(
  { missing, errors, warnings }: DataReport,
  missingLaw: LawCitation,
): readonly RuleFinding[] {
  const nothing = { stated: null, computed: null, reasons: [] };
  return [
    ...missing.map(
      ({ sentence }): RuleFinding => ({
        code: 'missingData',
        severity: 'error',
        law: missingLaw,
        sentence,
        ...nothing,
      }),
    ),
    ...[...errors, ...warnings].map(
      ({ code, severity, law, sentence }): RuleFinding => ({ code, severity, law, sentence, ...nothing }),
    ),
  ];
}

interface DataReport {
  readonly missing: readonly MissingDatum[];
  readonly errors: readonly DataProblem[];
  readonly warnings: readonly DataProblem[];
}
