import { Checkbox, Table } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { signingText as text } from '../../labels/signing.ts';
import type { WaitingClass, WaitingDocument } from './signing.client.ts';

interface WaitingClassesProps {
  readonly classes: readonly WaitingClass[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** What waits, class by class: ready, waiting for others before, signed. */
export function WaitingClasses({ classes, chosen, onChoose }: WaitingClassesProps) {
  const ready = classes.filter((each) => countOf(each, 'ready') > 0).map(({ classId }) => classId);
  const toggle = (classId: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(classId);
    else next.delete(classId);
    onChoose(next);
  };
  const all = (
    <Checkbox
      aria-label={text.allClasses}
      checked={ready.length > 0 && ready.every((id) => chosen.has(id))}
      indeterminate={chosen.size > 0 && !ready.every((id) => chosen.has(id))}
      disabled={ready.length === 0}
      onChange={(event) => onChoose(new Set(event.currentTarget.checked ? ready : []))}
    />
  );
  return (
    <DataTable
      caption={text.classes}
      head={[all, text.class, text.ready, text.waitingForOthers, text.signed, text.total]}
      minWidth={520}
    >
      {classes.map((each) => (
        <Table.Tr key={each.classId}>
          <Table.Td>
            <Checkbox
              aria-label={text.selectClass(each.name)}
              checked={chosen.has(each.classId)}
              disabled={countOf(each, 'ready') === 0}
              onChange={(event) => toggle(each.classId, event.currentTarget.checked)}
            />
          </Table.Td>
          <Table.Th scope="row">{each.name}</Table.Th>
          <Table.Td fw={600}>{countOf(each, 'ready')}</Table.Td>
          <Table.Td>{countOf(each, 'waitingForOthers')}</Table.Td>
          <Table.Td>{countOf(each, 'signed')}</Table.Td>
          <Table.Td>{each.documents.length}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function countOf({ documents }: WaitingClass, status: WaitingDocument['status']): number {
  return documents.filter((document) => document.status === status).length;
}
