import { Group } from '@mantine/core';
import { LinkButton } from '../../components/link-button.tsx';
import { classText } from '../../labels/carry-over.ts';
import type { ClassOfYear } from '../enrolment/enrolment.client.ts';
import { holds, useSession } from '../people/session.ts';

type Tab = 'pupils' | 'summary' | 'records';

const places = {
  pupils: '/classes/$schoolYear/$classId',
  summary: '/classes/$schoolYear/$classId/summary',
  records: '/classes/$schoolYear/$classId/records',
} as const;

/** The pages of a class; the seal clerk has to do with the records alone. */
export function ClassTabs({ of, current }: { of: ClassOfYear; current: Tab }) {
  const session = useSession();
  const readsEntry = holds(session, 'principal', 'vicePrincipal', 'academicClerk', 'homeroomTeacher', 'subjectTeacher');
  const tabs: readonly Tab[] = readsEntry ? ['pupils', 'summary', 'records'] : ['records'];
  return (
    <Group component="nav" gap="xs" aria-label={classText.tabs} className="no-print">
      {tabs.map((tab) => (
        <LinkButton
          key={tab}
          to={places[tab]}
          params={{ ...of }}
          size="sm"
          variant={tab === current ? 'filled' : 'default'}
          aria-current={tab === current ? 'page' : undefined}
        >
          {classText[tab]}
        </LinkButton>
      ))}
    </Group>
  );
}
