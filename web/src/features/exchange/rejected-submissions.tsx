import { Stack, Table, Title } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { formatMoment } from '../../components/moment.ts';
import { registryText as text } from '../../labels/exchange.ts';
import type { RegistryRecords } from './registry.client.ts';
import { Reasons } from './rejection-reasons.tsx';

export function RejectedSubmissions({ rejected }: Pick<RegistryRecords, 'rejected'>) {
  if (rejected.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {text.rejectedList}
      </Title>
      <DataTable caption={text.rejectedList} head={[text.class, text.recordId, text.at, text.reasons]} minWidth={760}>
        {rejected.map((each) => (
          <Table.Tr key={`${each.recordId} ${each.version} ${each.rejectedAt}`}>
            <Table.Td>{each.className}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{each.recordId}</Table.Td>
            <Table.Td>{formatMoment(each.rejectedAt)}</Table.Td>
            <Table.Td>
              <Reasons reasons={each.reasons} />
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Stack>
  );
}
