import type { MergeRange, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import type { SheetRows } from './lay-out-workbook.ts';
import { layOutWorkbook } from './lay-out-workbook.ts';
import type { SchoolData } from './school-data.ts';

/** The school's workbook as .xlsx bytes. */
export async function writeWorkbook(data: SchoolData): Promise<Uint8Array> {
  return writeSheets(layOutWorkbook(data));
}

/** Fixed, so that the same data gives the same bytes. */
const exportedAt = new Date('2026-06-01T01:00:00Z');

export async function writeSheets(sheets: readonly SheetRows[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(toSheet), properties: { created: exportedAt, modified: exportedAt } });
}

function toSheet({ name, rows, headerRows }: SheetRows): WriteSheet {
  const width = rows[0]?.length ?? 0;
  return {
    name,
    rows,
    columns: Array.from({ length: width }, () => ({ width: 16 })),
    freezePane: { rows: headerRows },
    ...(headerRows > 1 ? { merges: headerMerges(rows.slice(0, headerRows)) } : {}),
  };
}

/** A header cell spreads right over the empty cells of its line, and down where nothing stands below. */
function headerMerges(header: SheetRows['rows']): MergeRange[] {
  const merges: MergeRange[] = [];
  const first = header[0] ?? [];
  const second = header[1] ?? [];
  first.forEach((text, column) => {
    if (text === null) return;
    const alone = !header.slice(1).some((line) => line[column]);
    let end = column;
    while (!alone && end + 1 < first.length && first[end + 1] === null) end += 1;
    if (alone) merges.push({ startRow: 0, endRow: header.length - 1, startCol: column, endCol: column });
    else if (end > column) merges.push({ startRow: 0, endRow: 0, startCol: column, endCol: end });
  });
  second.forEach((text, column) => {
    if (text === null) return;
    let end = column;
    while (second[end + 1] === null && header[2]?.[end + 1] && first[end + 1] === null) end += 1;
    if (end > column) merges.push({ startRow: 1, endRow: 1, startCol: column, endCol: end });
  });
  return merges;
}
