/**
 * Writes the tables of docs/formats/national-tables.md from the columns of the serializer.
 * Run: node packages/record/testing/documents/national-tables-document.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LostValue, nationalTablesSerializer } from '../../src/index.ts';
import type { ColumnFacts } from '../../src/serializers/national-tables/national-table.ts';
import { primaryTables } from '../../src/serializers/national-tables/primary-tables.ts';
import { secondaryTables } from '../../src/serializers/national-tables/secondary-tables.ts';
import { hardestLowerSecondarySheet, hardestUpperSecondarySheet, sampleSheet } from '../index.ts';

const page = new URL('../../../../docs/formats/national-tables.md', import.meta.url);
const begin =
  '<!-- Viết bằng node packages/record/testing/documents/national-tables-document.ts; đừng sửa tay từ đây. -->';

/** The page as it must be: what people wrote, then the tables. */
export function nationalTablesDocument(): string {
  const written = readFileSync(page, 'utf8').split(begin)[0] ?? '';
  const tables = [...primaryTables, ...secondaryTables].flatMap(({ name, columns }) => section(name, columns));
  return [`${written}${begin}`, '', ...tables, ...lostSection()].join('\n');
}

function section(name: string, columns: readonly ColumnFacts[]): readonly string[] {
  return [
    `## \`${name}\``,
    '',
    '| Cột | Ý nghĩa, cách ghi | Dài nhất | Chắc chắn |',
    '|---|---|---|---|',
    ...columns.map(
      (column) => `| \`${column.name}\` | ${column.meaning} | ${column.limit?.length ?? ''} | ${column.certainty} |`,
    ),
    '',
  ];
}

/** What the fullest sheets lose: found out by writing them. */
function lostSection(): readonly string[] {
  const event = { kind: 'NEW', version: 1, updatedAt: '2026-06-01T08:00:00' } as const;
  const options = { departmentCode: '00', eventOf: () => event };
  const lostBy = (sheets: Parameters<typeof nationalTablesSerializer.write>[0]) =>
    nationalTablesSerializer.write(sheets, options).lost.filter(({ loss }) => loss === 'not-carried');
  const paths = (lost: readonly LostValue[]) => [...new Set(lost.map(({ path }) => `- \`${path}\``))].sort();
  return [
    '## Những gì các bảng không chứa được',
    '',
    'Tìm ra bằng cách ghi các học bạ mẫu đầy đủ nhất; `RecordSerializer` trả về danh sách này cho từng học bạ.',
    '',
    '### Học bạ tiểu học',
    '',
    ...paths(lostBy([sampleSheet])),
    '',
    '### Học bạ THCS, THPT, GDTX',
    '',
    ...paths(lostBy([hardestLowerSecondarySheet, hardestUpperSecondarySheet])),
    '',
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, nationalTablesDocument());
