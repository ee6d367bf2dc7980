import { type ConditionReport, evaluateYear, primaryProblemCodes } from '../../src/index.ts';
import { everyPrimaryCondition } from '../../src/tt27-2020/conditions.ts';
import { readTables } from '../read-tables.ts';
import { readPrimaryCase } from './read-case.ts';

/** The cases that show a condition on both sides. */
export interface ConditionCases {
  readonly id: string;
  readonly law: string;
  readonly asks: string;
  readonly pass: readonly string[];
  readonly failAlone: readonly string[];
}

function judgedCases() {
  return readTables(new URL('./', import.meta.url))
    .filter(({ cells }) => 'Kết quả' in cells)
    .map((row) => ({ code: row.cells['Mã'] ?? '', outcome: evaluateYear('TT27/2020', readPrimaryCase(row)) }))
    .toSorted((a, b) => Number(/^P\d/.test(b.code)) - Number(/^P\d/.test(a.code)));
}

/** For every named condition: where its whole decision holds, and where it alone stands in the way. */
export function primaryConditionCases(): readonly ConditionCases[] {
  const judged = judgedCases().flatMap(({ code, outcome }) =>
    [...Map.groupBy(outcome.conditions, decisionOf).values()].map((reports) => ({ code, reports })),
  );
  return everyPrimaryCondition.map(({ id, law, asks }) => {
    const own = judged.filter(({ reports }) => reports.some((report) => report.id === id));
    const pass = own.filter(({ reports }) => reports.every(({ holds }) => holds));
    const failAlone = own.filter(({ reports }) => failing(reports).join() === id);
    return { id, law, asks, pass: pass.map(({ code }) => code), failAlone: failAlone.map(({ code }) => code) };
  });
}

/** For every kind of data problem: the cases where it is the only one; a case "passes" where nothing is wrong at all. */
export function primaryProblemCases(): readonly ConditionCases[] {
  const judged = judgedCases().map(({ code, outcome }) => ({
    code,
    problems: [...outcome.errors, ...outcome.warnings],
  }));
  return primaryProblemCodes.map((id) => {
    const found = judged.flatMap(({ problems }) => problems.filter((problem) => problem.code === id));
    const failAlone = judged.filter(({ problems }) => problems.length > 0 && problems.every(({ code }) => code === id));
    const asks = found[0]?.severity === 'warning' ? 'nhắc' : 'lỗi';
    return { id, law: found[0]?.law ?? '', asks, pass: [], failAlone: failAlone.map(({ code }) => code) };
  });
}

/** "completed.tests" belongs to the decision "completed". */
function decisionOf({ id }: ConditionReport): string {
  return id.split('.')[0] ?? id;
}

function failing(reports: readonly ConditionReport[]): readonly string[] {
  return reports.filter(({ holds }) => !holds).map(({ id }) => id);
}
