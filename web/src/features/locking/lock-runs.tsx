import { Table, Text } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { formatCount, formatDay, formatMoment } from '../../components/moment.ts';
import { lockingText as text } from '../../labels/locking.ts';
import type { LockRun } from './locking.client.ts';

export function LockRuns({ runs }: { runs: readonly LockRun[] }) {
  return (
    <DataTable
      caption={text.runs}
      head={[text.at, text.cohort, text.effective, text.count, text.by, text.source]}
      minWidth={820}
    >
      {runs.map((run) => (
        <Table.Tr key={run.runId}>
          <Table.Td>{formatMoment(run.startedAt)}</Table.Td>
          <Table.Td>{text.cohorts[run.cohort]}</Table.Td>
          <Table.Td>{formatDay(run.effectiveDate)}</Table.Td>
          <Table.Td>
            {formatCount(run.locked)}
            {run.finishedAt === null && (
              <Text size="xs" role="status">
                {text.running}
              </Text>
            )}
          </Table.Td>
          <Table.Td>{run.lockedBy}</Table.Td>
          <Table.Td>{run.source}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}
