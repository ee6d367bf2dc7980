import { formatPartialDate } from '@hocba/record';
import { Group, Table } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { ScreenLink } from '../../components/link-button.tsx';
import { TextBadge, type Tone } from '../../components/text-badge.tsx';
import { classText as text } from '../../labels/carry-over.ts';
import type { PupilLine, Readiness } from './entry.client.ts';

const tones: Readonly<Record<Readiness, Tone>> = {
  ready: 'good',
  waiting: 'warn',
  problems: 'bad',
  carriedOver: 'quiet',
  awaitingFile: 'warn',
};

interface PupilTableProps {
  readonly schoolYear: string;
  readonly pupils: readonly PupilLine[];
}

/** The pupils of a class: where each stands and what is still to be looked at. */
export function PupilTable({ schoolYear, pupils }: PupilTableProps) {
  return (
    <DataTable
      caption={text.pupils}
      head={['#', text.pupil, text.readiness, text.problems, text.result, text.born]}
      stacks
    >
      {pupils.map((pupil, index) => (
        <Table.Tr key={pupil.recordId}>
          <Table.Td visibleFrom="sm">{index + 1}</Table.Td>
          <Table.Th scope="row" fw={400}>
            <ScreenLink to="/pupils/$schoolYear/$recordId" params={{ schoolYear, recordId: pupil.recordId }}>
              {pupil.fullName}
            </ScreenLink>
          </Table.Th>
          <Table.Td>
            <TextBadge tone={tones[pupil.readiness]}>{readinessText(pupil)}</TextBadge>
          </Table.Td>
          <Table.Td>
            <Group gap={4}>
              {pupil.withdrawn && <TextBadge tone="warn">{text.withdrawn(pupil.withdrawn.version)}</TextBadge>}
              {pupil.open > 0 && <TextBadge tone="bad">{text.toEnter(pupil.open)}</TextBadge>}
              {pupil.warnings > 0 && <TextBadge tone="warn">{text.toLook(pupil.warnings)}</TextBadge>}
            </Group>
          </Table.Td>
          <Table.Td data-label={text.result}>{pupil.result ?? text.noResult}</Table.Td>
          <Table.Td data-label={text.born}>{formatPartialDate(pupil.birthDate)}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function readinessText({ readiness, prepared }: PupilLine): string {
  return prepared && readiness === 'carriedOver' ? text.received : text.readinessLabels[readiness];
}
