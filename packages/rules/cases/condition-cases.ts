import type { ConditionReport, DataProblem } from '../src/index.ts';

/** The cases that show a condition on both sides. */
export interface ConditionCases {
  readonly id: string;
  readonly law: string;
  readonly asks: string;
  readonly pass: readonly string[];
  readonly failAlone: readonly string[];
}

/** A case as evaluated: its code in the table, what was judged, what was found wrong. */
export interface JudgedCase {
  readonly code: string;
  readonly conditions: readonly ConditionReport[];
  readonly problems: readonly DataProblem[];
}

/** For every named condition: where its whole decision holds, and where it alone stands in the way. */
export function conditionCases(
  conditions: readonly { readonly id: string; readonly law: string; readonly asks: string }[],
  cases: readonly JudgedCase[],
): readonly ConditionCases[] {
  const judged = officialFirst(cases).flatMap(({ code, conditions: reports }) =>
    [...Map.groupBy(reports, decisionOf).values()].map((decision) => ({ code, reports: decision })),
  );
  return conditions.map(({ id, law, asks }) => {
    const own = judged.filter(({ reports }) => reports.some((report) => report.id === id));
    const pass = own.filter(({ reports }) => reports.every(({ holds }) => holds));
    const failAlone = own.filter(({ reports }) => failing(reports).join() === id);
    return { id, law, asks, pass: pass.map(({ code }) => code), failAlone: failAlone.map(({ code }) => code) };
  });
}

/** For every kind of data problem: the cases where it is the only one. */
export function problemCases(codes: readonly string[], cases: readonly JudgedCase[]): readonly ConditionCases[] {
  const judged = officialFirst(cases);
  return codes.map((id) => {
    const found = judged.flatMap(({ problems }) => problems.filter((problem) => problem.code === id)).at(0);
    const alone = judged.filter(({ problems }) => problems.length > 0 && problems.every(({ code }) => code === id));
    const asks = found?.severity === 'warning' ? 'nhắc' : 'lỗi';
    return { id, law: found?.law ?? '', asks, pass: [], failAlone: alone.map(({ code }) => code) };
  });
}

/** The vectors of the domain study (P01, L12 …) before our own. */
function officialFirst(cases: readonly JudgedCase[]): readonly JudgedCase[] {
  const rank = ({ code }: JudgedCase) => (/^[A-Z]\d\d$/.test(code) ? 0 : 1);
  return cases.toSorted((a, b) => rank(a) - rank(b));
}

/** "completed.tests" belongs to the decision "completed". */
function decisionOf({ id }: ConditionReport): string {
  return id.split('.')[0] ?? id;
}

function failing(reports: readonly ConditionReport[]): readonly string[] {
  return reports.filter(({ holds }) => !holds).map(({ id }) => id);
}
