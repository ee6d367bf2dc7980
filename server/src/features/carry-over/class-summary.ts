import { type PrimaryYearSheet, vietnameseSortKey } from '@hocba/record';
import { type ClassSummary, type ClassSummaryRow, summariseClass } from '@hocba/rendition';

/** One cell in which the class summary and a year sheet differ. */
export interface SummaryDifference {
  readonly fullName: string;
  /** Path of the cell: `subjects.mathematics.score`, `conclusion.promoted` … */
  readonly cell: string;
}

/** The summary of the sheets of one class, pupils in Vietnamese order. @law TT27/2020 Đ10 */
export function summaryOf(sheets: readonly PrimaryYearSheet[]): ClassSummary {
  return summariseClass([...sheets].sort(byName));
}

/** Compares every cell of a summary with the frozen sheets; empty when they agree and nobody is missing. */
export function reconcile(summary: ClassSummary, sheets: readonly PrimaryYearSheet[]): SummaryDifference[] {
  const expected = new Map(sheets.length === 0 ? [] : summaryOf(sheets).rows.map((row) => [row.studentId, row]));
  const differences: SummaryDifference[] = [];
  for (const row of summary.rows) {
    const fromSheet = expected.get(row.studentId);
    expected.delete(row.studentId);
    const cells = fromSheet ? differingCells(row, fromSheet) : ['học bạ'];
    differences.push(...cells.map((cell) => ({ fullName: row.fullName, cell })));
  }
  for (const { fullName } of expected.values()) differences.push({ fullName, cell: 'dòng của học sinh' });
  return differences;
}

function differingCells(row: ClassSummaryRow, fromSheet: ClassSummaryRow): string[] {
  const left = cellsOf(row);
  const right = cellsOf(fromSheet);
  return [...new Set([...left.keys(), ...right.keys()])].filter((cell) => left.get(cell) !== right.get(cell));
}

/** Every leaf by its path; list entries go by their subject or name, not their position. */
function cellsOf(value: unknown, path = '', cells = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) cellsOf(each, join(path, entryName(each) ?? String(index)), cells);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, each] of Object.entries(value)) cellsOf(each, join(path, name), cells);
  } else {
    cells.set(path, String(value));
  }
  return cells;
}

function entryName(entry: unknown): string | undefined {
  if (entry === null || typeof entry !== 'object') return undefined;
  const named = entry as { subject?: string; name?: string };
  return named.subject ?? named.name;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function byName(a: PrimaryYearSheet, b: PrimaryYearSheet): number {
  const [left, right] = [a, b].map(({ student }) => vietnameseSortKey(student.fullName) + student.studentId);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
