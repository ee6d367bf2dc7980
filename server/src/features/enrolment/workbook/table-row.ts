import { formatPartialDate, normaliseText } from '@hocba/record';
import type { CellContent } from './sheet-grid.ts';
import { cellName } from './sheet-grid.ts';

/** Where a problem is shown. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
  /** 1-based; 0 for a whole sheet. */
  readonly row: number;
  readonly column: number;
}

/** One row of a sheet with its columns found by title. */
export interface TableRow<Key extends string> {
  readonly number: number;
  /** Nothing for a column the sheet lacks. */
  raw(key: Key): CellContent;
  /** Text as records hold it (NFC, trimmed, no control characters); null for an empty cell. */
  text(key: Key): string | null;
  /** As `text`, on one line with single blanks: for names and codes. */
  line(key: Key): string | null;
  at(key: Key): CellPlace;
}

export interface RowSource<Key extends string> {
  readonly sheet: string;
  readonly cells: readonly CellContent[];
  /** 0-based. */
  readonly index: number;
  readonly columns: ReadonlyMap<Key, number>;
}

export function tableRow<Key extends string>({ sheet, cells, index, columns }: RowSource<Key>): TableRow<Key> {
  const raw = (key: Key): CellContent => {
    const column = columns.get(key);
    return column === undefined ? null : (cells[column] ?? null);
  };
  const text = (key: Key): string | null => textOf(raw(key));
  return {
    number: index + 1,
    raw,
    text,
    line: (key) => text(key)?.replace(/\s+/gu, ' ').trim() || null,
    at: (key) => {
      const column = columns.get(key) ?? 0;
      return { sheet, cell: cellName(sheet, index, column), row: index + 1, column };
    },
  };
}

export function wholeSheet(sheet: string): CellPlace {
  return { sheet, cell: sheet, row: 0, column: 0 };
}

export function textOf(content: CellContent): string | null {
  if (content === null) return null;
  if (content instanceof Date) return formatPartialDate(isoDate(content));
  const text = typeof content === 'string' ? normaliseText(content) : String(content);
  return text === '' ? null : text;
}

/** The day of a date cell, `YYYY-MM-DD`; "" for a date that does not exist. */
export function isoDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
