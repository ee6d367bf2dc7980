import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { formatMoment } from '../../components/moment.ts';
import { Page } from '../../components/page.tsx';
import { classText as text } from '../../labels/carry-over.ts';
import { type ClassEntry, classEntryQuery } from '../entry/entry.client.ts';
import { PupilTable } from '../entry/pupil-table.tsx';
import { WithdrawnHere } from '../entry/withdrawn-notice.tsx';
import { ClassTabs } from './class-tabs.tsx';
import { OneClassActions } from './one-class-actions.tsx';

/** A class as its teacher works it off and management releases it. */
export function ClassScreen() {
  const of = useParams({ from: '/frame/classes/$schoolYear/$classId' });
  const entry = useQuery(classEntryQuery(of));
  return (
    <Page title={text.title(entry.data?.name ?? of.classId)} about={entry.data && <Released entry={entry.data} />}>
      <ClassTabs of={of} current="pupils" />
      <Loaded query={entry}>
        {(loaded) => (
          <Stack>
            <WithdrawnHere pupils={loaded.pupils} />
            <OneClassActions of={of} entry={loaded} />
            <Pupils schoolYear={of.schoolYear} entry={loaded} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Released({ entry: { released, pupils } }: { entry: ClassEntry }) {
  if (pupils.length > 0 && pupils.every(({ prepared }) => prepared)) return text.preparedClass;
  return released ? text.releasedBy(released.releasedBy, formatMoment(released.releasedAt)) : text.notReleased;
}

function Pupils({ schoolYear, entry }: { schoolYear: string; entry: ClassEntry }) {
  const [onlyOpen, setOnlyOpen] = useState(false);
  if (entry.pupils.length === 0) return <Empty>{text.none}</Empty>;
  const shown = entry.pupils.filter(
    ({ readiness, warnings, withdrawn }) =>
      !onlyOpen || readiness === 'problems' || readiness === 'waiting' || warnings > 0 || withdrawn !== null,
  );
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Checkbox
          label={text.onlyOpen}
          checked={onlyOpen}
          onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
        />
        <Text size="sm" c="var(--quiet)">
          {shown.length} / {entry.pupils.length}
        </Text>
      </Group>
      <PupilTable schoolYear={schoolYear} pupils={shown} />
    </Stack>
  );
}
