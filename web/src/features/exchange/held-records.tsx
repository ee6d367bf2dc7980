import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { formatCount, formatMoment } from '../../components/moment.ts';
import { TextBadge, type Tone } from '../../components/text-badge.tsx';
import { submissionText, registryText as text } from '../../labels/exchange.ts';
import { useSession } from '../people/session.ts';
import type { RegistryRecord } from './registry.client.ts';

const STEP = 100;

/** Records of a school as the registry holds them. */
export function HeldRecords({ records }: { records: readonly RegistryRecord[] }) {
  const [className, setClassName] = useState('');
  const [limit, setLimit] = useState(STEP);
  const reports = useSession().install !== 'ministry';
  const classes = [...new Set(records.map((record) => record.className))];
  const shown = records.filter((record) => className === '' || record.className === className);
  return (
    <Stack gap="xs">
      <Group align="end">
        <NativeSelect
          label={text.class}
          data={[{ value: '', label: text.allClasses }, ...classes]}
          value={className}
          onChange={(event) => setClassName(event.currentTarget.value)}
        />
        <Text size="sm" pb={8}>
          {formatCount(shown.length)}
        </Text>
      </Group>
      <DataTable
        caption={text.recordsTitle}
        head={[
          text.class,
          text.pupil,
          text.result,
          text.cohort,
          text.state,
          text.receivedAt,
          ...(reports ? [text.report] : []),
        ]}
        minWidth={980}
      >
        {shown.slice(0, limit).map((record) => (
          <RecordRow key={`${record.recordId} ${record.version}`} record={record} reports={reports} />
        ))}
      </DataTable>
      {shown.length > limit && (
        <Button variant="default" style={{ alignSelf: 'start' }} onClick={() => setLimit(limit + STEP)}>
          {text.showMore}
        </Button>
      )}
    </Stack>
  );
}

const tones: Readonly<Record<RegistryRecord['state'], Tone>> = {
  received: 'busy',
  locked: 'good',
  replaced: 'quiet',
  withdrawn: 'quiet',
  recallRequested: 'warn',
  recalled: 'bad',
};

function RecordRow({ record, reports }: { record: RegistryRecord; reports: boolean }) {
  const { reportOutcome } = record;
  return (
    <Table.Tr>
      <Table.Td>{record.className}</Table.Td>
      <Table.Th scope="row" fw={400}>
        {record.studentName}
        {record.version > 1 && ` (${text.version.toLocaleLowerCase('vi')} ${record.version})`}
      </Table.Th>
      <Table.Td>{record.yearResult ?? text.noLevel}</Table.Td>
      <Table.Td>{submissionText.cohorts[record.cohort]}</Table.Td>
      <Table.Td>
        <TextBadge tone={tones[record.state]}>{text.heldStates[record.state]}</TextBadge>
        {record.effectiveDate && <Text size="xs">{text.effective(record.effectiveDate)}</Text>}
      </Table.Td>
      <Table.Td>
        {formatMoment(record.receivedAt)}
        {record.late && <TextBadge tone="warn">{text.lateMark}</TextBadge>}
      </Table.Td>
      {reports && (
        <Table.Td>{reportOutcome ? (text.reportOutcomes[reportOutcome] ?? reportOutcome) : text.notReported}</Table.Td>
      )}
    </Table.Tr>
  );
}
