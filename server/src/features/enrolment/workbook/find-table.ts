import type { ProblemList } from './problem-list.ts';
import type { CellContent, SheetGrid } from './sheet-grid.ts';
import type { ColumnLayout } from './sheet-layouts.ts';
import { foldTitle } from './sheet-layouts.ts';
import type { TableRow } from './table-row.ts';
import { tableRow, wholeSheet } from './table-row.ts';

/** Exports may put a title above the header: how far down the header is looked for. */
const headerSearchRows = 15;

/** The named sheet; adds `sheetMissing` when it is not there. */
export function findSheet(sheets: readonly SheetGrid[], name: string, problems: ProblemList): SheetGrid | undefined {
  const sheet = sheets.find((one) => foldTitle(one.name) === foldTitle(name));
  if (sheet) return { name, rows: sheet.rows };
  const sentence =
    'không có trong tệp. Hãy xuất lại đủ các trang tính từ cơ sở dữ liệu ngành, giữ nguyên tên trang tính.';
  problems.add({ at: wholeSheet(name), code: 'sheetMissing', sentence });
  return undefined;
}

/** The rows under a one-line header. Without a required column there are none: its absence is the problem to solve first. */
export function readTable<Key extends string>(
  sheet: SheetGrid,
  layout: readonly ColumnLayout<Key>[],
  problems: ProblemList,
): TableRow<Key>[] {
  const { headerIndex, columns } = bestHeader(sheet, layout);
  const missing = layout.filter((column) => column.required && !columns.has(column.key));
  for (const { titles } of missing) {
    const sentence = `thiếu cột “${titles[0]}”. Hãy xuất lại tệp từ cơ sở dữ liệu ngành, không xoá hay đổi tên cột.`;
    problems.add({ at: wholeSheet(sheet.name), code: 'columnMissing', sentence });
  }
  return missing.length > 0 ? [] : rowsUnder(sheet, headerIndex + 1, columns);
}

export function rowsUnder<Key extends string>(
  sheet: SheetGrid,
  firstIndex: number,
  columns: ReadonlyMap<Key, number>,
): TableRow<Key>[] {
  const wanted = [...columns].filter(([key]) => key !== 'STT').map(([, column]) => column);
  return sheet.rows.flatMap((cells, index) => {
    if (index < firstIndex || wanted.every((column) => isBlank(cells[column] ?? null))) return [];
    return [tableRow({ sheet: sheet.name, cells, index, columns })];
  });
}

function bestHeader<Key extends string>(sheet: SheetGrid, layout: readonly ColumnLayout<Key>[]) {
  let best = { headerIndex: -1, columns: new Map<Key, number>() };
  sheet.rows.slice(0, headerSearchRows).forEach((cells, headerIndex) => {
    const columns = columnsByTitle(cells, layout);
    if (columns.size > best.columns.size) best = { headerIndex, columns };
  });
  return best;
}

function columnsByTitle<Key extends string>(
  cells: readonly CellContent[],
  layout: readonly ColumnLayout<Key>[],
): Map<Key, number> {
  const titles = cells.map((cell) => (typeof cell === 'string' ? foldTitle(cell) : ''));
  const columns = new Map<Key, number>();
  for (const { key, titles: names } of layout) {
    const wanted = new Set(names.map(foldTitle));
    const column = titles.findIndex((title) => wanted.has(title));
    if (column >= 0) columns.set(key, column);
  }
  return columns;
}

function isBlank(content: CellContent): boolean {
  return content === null || (typeof content === 'string' && content.trim() === '');
}
