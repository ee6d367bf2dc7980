import { Table, Text } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { formatCount } from '../../components/moment.ts';
import { importText } from '../../labels/entry.ts';
import type { ChangeCount } from './import.client.ts';

const columns = ['added', 'changed', 'removed', 'unchanged'] as const;

/** What an import changed, by kind of data. */
export function ChangeTable({ changes }: { changes: Readonly<Record<string, ChangeCount>> }) {
  const order = Object.keys(importText.changeNames);
  const rows = Object.entries(changes).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const present = columns.filter((column) => rows.some(([, count]) => column in count));
  const same = rows.every(([, count]) => present.every((column) => column === 'unchanged' || !count[column]));
  return (
    <>
      {same && <Text>{importText.nothingChanged}</Text>}
      <DataTable caption={importText.changes} head={[importText.what, ...present.map((each) => importText[each])]}>
        {rows.map(([name, count]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400}>
              {importText.changeNames[name] ?? name}
            </Table.Th>
            {present.map((column) => (
              <Table.Td key={column}>{formatCount(count[column] ?? 0)}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </DataTable>
    </>
  );
}
