/** What a cell holds once read; dates are midnight UTC. */
export type CellContent = string | number | boolean | Date | null;

/** One sheet as read: rows from the top, cells from column A. */
export interface SheetGrid {
  readonly name: string;
  readonly rows: readonly (readonly CellContent[])[];
}

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

/** "C1-KetQua!K17" of 0-based row and column. */
export function cellName(sheet: string, row: number, column: number): string {
  return `${sheet}!${columnLetters(column)}${row + 1}`;
}
