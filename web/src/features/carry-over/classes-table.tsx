import { Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { ScreenLink } from '../../components/link-button.tsx';
import { formatDay } from '../../components/moment.ts';
import { TextBadge } from '../../components/text-badge.tsx';
import { classesText as text } from '../../labels/carry-over.ts';
import { holds, useSession } from '../people/session.ts';
import { type ClassProgress, isPrepared } from './carry-over.client.ts';
import { ClassActions } from './class-actions.tsx';
import { StateCounts } from './state-counts.tsx';

interface ClassesTableProps {
  readonly schoolYear: string;
  readonly classes: readonly ClassProgress[];
}

export function ClassesTable({ schoolYear, classes }: ClassesTableProps) {
  const mayCarryOver = holds(useSession(), 'vicePrincipal', 'principal', 'academicClerk');
  const mayChoose = mayCarryOver && !classes.every(isPrepared);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = classes.map(({ classId }) => classId);
  const choose = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  const choosing = mayChoose && (
    <Checkbox
      aria-label={text.selectAll}
      checked={chosen.size === all.length}
      indeterminate={chosen.size > 0 && chosen.size < all.length}
      onChange={(event) => choose(all, event.currentTarget.checked)}
    />
  );
  const head = [text.class, text.homeroomTeacher, text.pupils, text.data, text.records];
  return (
    <Stack>
      {mayChoose && <ClassActions schoolYear={schoolYear} classes={classes} chosen={chosen} onChoose={setChosen} />}
      <DataTable caption={text.title} head={mayChoose ? [choosing, ...head] : head} stacks>
        {classes.map((each) => (
          <ClassRow key={each.classId} schoolYear={schoolYear} progress={each}>
            {mayChoose && (
              <Table.Td>
                <Checkbox
                  aria-label={text.selectClass(each.name)}
                  checked={chosen.has(each.classId)}
                  onChange={(event) => choose([each.classId], event.currentTarget.checked)}
                />
              </Table.Td>
            )}
          </ClassRow>
        ))}
      </DataTable>
    </Stack>
  );
}

interface ClassRowProps {
  readonly schoolYear: string;
  readonly progress: ClassProgress;
  readonly children: React.ReactNode;
}

function ClassRow({ schoolYear, progress, children }: ClassRowProps) {
  const { classId, name, homeroomTeacher, pupils, states } = progress;
  return (
    <Table.Tr>
      {children}
      <Table.Th scope="row">
        <ScreenLink to="/classes/$schoolYear/$classId" params={{ schoolYear, classId }} fw={600}>
          {name}
        </ScreenLink>
      </Table.Th>
      <Table.Td data-label={text.homeroomTeacher}>{homeroomTeacher}</Table.Td>
      <Table.Td data-label={text.pupils}>{pupils}</Table.Td>
      <Table.Td data-label={text.data}>
        <Readiness progress={progress} />
      </Table.Td>
      <Table.Td data-label={text.records}>
        <StateCounts states={states} none={text.noRecords} />
      </Table.Td>
    </Table.Tr>
  );
}

function Readiness({ progress }: { progress: ClassProgress }) {
  const { ready, waiting, problems, releasedAt, withdrawn, awaitingFile } = progress;
  const fromSchool = isPrepared(progress);
  return (
    <Group gap={4}>
      {withdrawn > 0 && <TextBadge tone="warn">{text.withdrawn(withdrawn)}</TextBadge>}
      {awaitingFile > 0 && <TextBadge tone="warn">{text.awaitingFile(awaitingFile)}</TextBadge>}
      {problems > 0 && <TextBadge tone="bad">{text.problems(problems)}</TextBadge>}
      {waiting > 0 && <TextBadge tone="warn">{text.waiting(waiting)}</TextBadge>}
      {ready > 0 && <TextBadge tone="good">{text.ready(ready)}</TextBadge>}
      {ready + waiting + problems + awaitingFile === 0 && !fromSchool && (
        <TextBadge tone="good">{text.allFrozen}</TextBadge>
      )}
      <Text size="xs" c="var(--quiet)">
        {fromSchool ? text.fromSchool : releasedText(releasedAt)}
      </Text>
    </Group>
  );
}

function releasedText(releasedAt: string | null): string {
  return releasedAt ? text.released(formatDay(releasedAt)) : text.notReleased;
}
