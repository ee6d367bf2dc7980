import { Stack, Table, Text } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { sessionText as text } from '../../labels/signing.ts';
import type { SigningSession } from './signing.client.ts';

export function RefusedDocuments({ session }: { session: SigningSession }) {
  const title = text.refusedTitle(session.counts.refused);
  return (
    <Stack gap="xs">
      <Text fw={600}>{title}</Text>
      <DataTable caption={title} head={[text.document, text.reason]}>
        {session.refusedItems.map(({ yearSheetId, label, problem }) => (
          <Table.Tr key={`${yearSheetId} ${label}`}>
            <Table.Td>{label}</Table.Td>
            <Table.Td>{problem}</Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Stack>
  );
}
