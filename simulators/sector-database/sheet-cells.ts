import type { SheetRows } from './lay-out-workbook.ts';

export function sheetNamed(sheets: readonly SheetRows[], name: string): SheetRows {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new RangeError(`no sheet ${name}`);
  return sheet;
}

/** 0-based column under titles from the header's lines, the last one below the others: ["Toán", "Điểm KTĐK"]. */
export function columnOf(sheet: SheetRows, titles: readonly string[]): number {
  const header = sheet.rows.slice(0, sheet.headerRows);
  const [first, ...below] = titles;
  const start = header.map((line) => line.indexOf(first ?? '')).find((column) => column >= 0) ?? -1;
  const column = below.length === 0 ? start : (header.at(-1) ?? []).indexOf(below[0] ?? '', start);
  if (start < 0 || column < 0) throw new RangeError(`no column ${titles.join(' / ')} in ${sheet.name}`);
  return column;
}

/** 0-based row of the pupil. */
export function rowOfPupil(sheet: SheetRows, studentId: string): number {
  const column = columnOf(sheet, ['Mã học sinh']);
  const row = sheet.rows.findIndex((cells) => cells[column] === studentId);
  if (row < 0) throw new RangeError(`no pupil ${studentId} in ${sheet.name}`);
  return row;
}

/** 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
