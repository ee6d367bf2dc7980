import { sheetNames } from './sheet-layouts.ts';
import type { CellPlace } from './table-row.ts';
import type { ProblemCode, ProblemPupil, ProblemSeverity, WorkbookProblem } from './workbook-problem.ts';

export interface FoundProblem {
  readonly at: CellPlace;
  readonly code: ProblemCode;
  /** What is wrong and what to do, without the place: the list puts the place before it. */
  readonly sentence: string;
  readonly pupil?: ProblemPupil | null;
  readonly severity?: ProblemSeverity;
}

/** Gathers every problem; nothing is dropped, and the list comes out in the order of the workbook. */
export class ProblemList {
  readonly #found: { problem: WorkbookProblem; column: number }[] = [];

  add({ at, code, sentence, pupil = null, severity = 'error' }: FoundProblem): void {
    const place = at.row === 0 ? `Trang tính ${at.sheet}` : `Ô ${at.cell}`;
    const who = pupil === null ? '' : `, học sinh ${pupil.fullName} (${pupil.studentId})`;
    const problem = {
      sheet: at.sheet,
      cell: at.cell,
      row: at.row,
      pupil,
      severity,
      code,
      sentence: `${place}${who}: ${sentence}`,
    };
    this.#found.push({ problem, column: at.column });
  }

  get hasErrors(): boolean {
    return this.#found.some(({ problem }) => problem.severity === 'error');
  }

  sorted(): WorkbookProblem[] {
    return [...this.#found]
      .sort(
        (left, right) =>
          sheetOrder(left.problem.sheet) - sheetOrder(right.problem.sheet) ||
          left.problem.row - right.problem.row ||
          left.column - right.column,
      )
      .map(({ problem }) => problem);
  }
}

const sheetOrders: readonly string[] = Object.values(sheetNames);

function sheetOrder(sheet: string): number {
  return sheetOrders.indexOf(sheet);
}
