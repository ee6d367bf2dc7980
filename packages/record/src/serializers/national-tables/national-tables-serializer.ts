import type { YearSheet } from '../../year-sheet.ts';
import type { LostValue, RecordSerializer, SerializedTable } from '../record-serializer.ts';
import { lostValues } from './lost-values.ts';
import { checkNationalEvent } from './national-event.ts';
import type { NationalCell, NationalOptions, NationalTable } from './national-table.ts';
import { primaryTables } from './primary-tables.ts';
import { secondaryTables } from './secondary-tables.ts';

interface WrittenTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly NationalCell[])[];
}

/**
 * The national data-sharing tables, as far as their fragments are known: one more format besides the record's XML. Columns
 * with their certainty: docs/formats/national-tables.md. A sharing schema, not a signed form: signatures stay behind.
 */
export const nationalTablesSerializer: RecordSerializer<NationalOptions> = {
  name: 'Bảng chia sẻ dữ liệu quốc gia',
  /** The state of what is known of the tables. */
  version: '2026-11',
  write(sheets, options) {
    const tables = new Map<string, SerializedTable>();
    const lost: LostValue[] = [];
    for (const sheet of sheets) {
      const written = tablesOf(sheet, options);
      const cells = written.map(({ rows }) => rows.flat());
      lost.push(...lostValues(sheet, cells));
      for (const { name, columns, rows } of written) {
        const before = tables.get(name)?.rows ?? [];
        tables.set(name, { name, columns, rows: [...before, ...rows.map((row) => row.map(({ value }) => value))] });
      }
    }
    return { files: [], tables: [...tables.values()], lost };
  },
};

function tablesOf(sheet: YearSheet, options: NationalOptions): readonly WrittenTable[] {
  const event = options.eventOf(sheet);
  checkNationalEvent(event);
  return sheet.schoolLevel === 'primary'
    ? writtenBy(primaryTables, { sheet, event, options })
    : writtenBy(secondaryTables, { sheet, event, options });
}

function writtenBy<Sheet extends YearSheet>(
  tables: readonly NationalTable<Sheet>[],
  given: Parameters<NationalTable<Sheet>['rowsOf']>[0],
): readonly WrittenTable[] {
  return tables.map(({ name, columns, rowsOf }) => ({
    name,
    columns: columns.map((column) => column.name),
    rows: rowsOf(given),
  }));
}
