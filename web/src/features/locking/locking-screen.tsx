import { Alert, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { lockingText as text } from '../../labels/locking.ts';
import { RegistryYear, useRegistryYear } from '../exchange/registry-year.tsx';
import { CohortCard } from './cohort-card.tsx';
import { LockRuns } from './lock-runs.tsx';
import { type Locking, lockingQuery } from './locking.client.ts';

/** Each cohort: what is there, by when, and the act that locks it. */
export function LockingScreen() {
  const [schoolYear, setSchoolYear] = useRegistryYear();
  const locking = useQuery(lockingQuery(schoolYear));
  return (
    <Page title={text.title} about={text.about}>
      <RegistryYear value={schoolYear} onChange={setSchoolYear} />
      <Loaded query={locking}>{(found) => <Found schoolYear={schoolYear} locking={found} />}</Loaded>
    </Page>
  );
}

function Found({ schoolYear, locking }: { schoolYear: string; locking: Locking }) {
  const { root, cohorts, schoolsWithout, runs } = locking;
  return (
    <Stack>
      {!root && <Alert color="blue" title={text.follow} />}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {cohorts.map((each) => (
          <CohortCard key={each.cohort} schoolYear={schoolYear} toLock={each} mayLock={root} />
        ))}
      </SimpleGrid>
      {schoolsWithout.length > 0 && (
        <Alert color="yellow" title={text.without(schoolsWithout.length)}>
          <List size="sm">
            {schoolsWithout.map(({ schoolId, schoolName }) => (
              <List.Item key={schoolId}>{schoolName}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Title order={2} size="h4">
        {text.runs}
      </Title>
      {runs.length === 0 ? <Text c="var(--quiet)">{text.noRuns}</Text> : <LockRuns runs={runs} />}
    </Stack>
  );
}
