import type { YearSheet } from '../../year-sheet.ts';
import type { NationalEvent } from './national-event.ts';

/** What the tables ask that a sheet does not say. */
export interface NationalOptions {
  /** The event each sheet is sent with. */
  readonly eventOf: (sheet: YearSheet) => NationalEvent;
  /** `masogd`: code of the Sở GDĐT the school belongs to. */
  readonly departmentCode: string;
  /** Our subject code → the ministry's `mamonhoc` (QĐ 4998/QĐ-BGDĐT, not at hand); ours is written where it lacks one. */
  readonly subjectCodes?: ReadonlyMap<string, string>;
  /** Name of a country as records write it → its three letters, besides Việt Nam. */
  readonly countryCodes?: ReadonlyMap<string, string>;
}

/** How sure it is that a column is so named and so filled. @spec docs/formats/national-tables.md */
export type Certainty = 'H' | 'M' | 'L';

export interface NationalColumn<Row> {
  readonly name: string;
  /** Vietnamese. */
  readonly meaning: string;
  readonly certainty: Certainty;
  /** Most characters. Prose beyond it is cut, a code is left out: half a code is another code. */
  readonly limit?: { readonly length: number; readonly beyond: 'cut' | 'leaveOut' };
  /** The sheet's field that comes to stand here, as `valuesOfSheet` names it. */
  readonly carries?: string | ((row: Row) => string);
  value(row: Row): string | null;
  /** Whether the value is a code of ours because the official one is not known. */
  isOwnCode?(row: Row): boolean;
}

/** A sheet on its way into the tables. */
export interface SheetToSend<Sheet extends YearSheet = YearSheet> {
  readonly sheet: Sheet;
  readonly event: NationalEvent;
  readonly options: NationalOptions;
}

/** A row of a sub-table: with its parent, and what tells it from its neighbours. */
export interface PartOf<Parent, Part> {
  readonly of: Parent;
  readonly part: Part;
  readonly id: string;
}

/** What a column made of a row. */
export interface NationalCell {
  readonly value: string | null;
  readonly shortened: boolean;
  readonly ownCode: boolean;
  /** The sheet's field it holds. */
  readonly carries: string | undefined;
}

export type ColumnFacts = Pick<NationalColumn<never>, 'name' | 'meaning' | 'certainty' | 'limit'>;

export interface NationalTable<Sheet extends YearSheet> {
  readonly name: string;
  readonly columns: readonly ColumnFacts[];
  rowsOf(given: SheetToSend<Sheet>): readonly (readonly NationalCell[])[];
}

/** One row a sheet. */
export function sheetTable<Sheet extends YearSheet>(
  name: string,
  columns: readonly NationalColumn<SheetToSend<Sheet>>[],
): NationalTable<Sheet> {
  const all = [...commonColumns<SheetToSend<Sheet>>((row) => ({ of: row, id: '' })), ...columns];
  return { name, columns: all, rowsOf: (given) => [all.map((column) => cellOf(column, given))] };
}

/** The rows of a sub-table; `keyOf` tells them apart over all versions of a sheet, else their place does. */
export interface Parts<Sheet, Part> {
  readonly of: (sheet: Sheet) => readonly Part[];
  readonly keyOf?: (part: Part) => string;
}

/** A row for each part of a sheet. */
export function partTable<Sheet extends YearSheet, Part>(
  name: string,
  parts: Parts<Sheet, Part>,
  columns: readonly NationalColumn<PartOf<SheetToSend<Sheet>, Part>>[],
): NationalTable<Sheet> {
  const all = [...commonColumns<PartOf<SheetToSend<Sheet>, Part>>((row) => row), ...columns];
  const suffix = name.slice(name.indexOf('_') + 1);
  return {
    name,
    columns: all,
    rowsOf: (given) =>
      parts.of(given.sheet).map((part, index) => {
        const id = `${suffix}.${parts.keyOf?.(part) ?? index + 1}`;
        return all.map((column) => cellOf(column, { of: given, part, id }));
      }),
  };
}

function cellOf<Row>(column: NationalColumn<Row>, row: Row): NationalCell {
  const given = column.value(row);
  const { length, beyond } = column.limit ?? { length: Number.POSITIVE_INFINITY, beyond: 'cut' };
  const characters = [...(given ?? '')];
  const tooLong = characters.length > length;
  const value = tooLong ? (beyond === 'cut' ? characters.slice(0, length).join('') : null) : given;
  return {
    value,
    shortened: tooLong && value !== null,
    ownCode: value !== null && column.isOwnCode?.(row) === true,
    carries: typeof column.carries === 'function' ? column.carries(row) : column.carries,
  };
}

/** Of all tables. `IdBanGhi` stays the same over all events of a row. */
function commonColumns<Row>(
  locate: (row: Row) => { readonly of: SheetToSend; readonly id: string },
): readonly NationalColumn<Row>[] {
  const event = (row: Row) => locate(row).of.event;
  return [
    {
      name: 'IdBanGhi',
      meaning:
        'Mã định danh học bạ, năm học, và khoá của dòng ở bảng con (cách ghép là của Hocba); không đổi qua các sự kiện',
      certainty: 'H',
      limit: { length: 150, beyond: 'leaveOut' },
      carries: 'schoolYear',
      value(row) {
        const { of, id } = locate(row);
        return [of.sheet.recordId, of.sheet.schoolYear, id].filter((part) => part !== '').join('.');
      },
    },
    { name: 'SuKien', meaning: 'NEW, UPdate, CANCEL', certainty: 'H', value: (row) => event(row).kind },
    {
      name: 'PhienBan',
      meaning: 'Số nguyên từ 1, tăng dần qua mọi sự kiện của bản ghi; không phải phiên bản của học bạ',
      certainty: 'H',
      value: (row) => String(event(row).version),
    },
    {
      name: 'ThoiGianCapNhat',
      meaning: 'NNNN-TT-NNTgg:pp:ss',
      certainty: 'H',
      value: (row) => event(row).updatedAt,
    },
    {
      name: 'NgayCapNhat',
      meaning: 'Ngày của ThoiGianCapNhat',
      certainty: 'M',
      value: (row) => event(row).updatedAt.slice(0, 10),
    },
  ];
}
