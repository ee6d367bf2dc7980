import { AppShell, Burger, Group, NativeSelect, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { Loading } from './components/loaded.tsx';
import { schoolYearsQuery } from './features/enrolment/enrolment.client.ts';
import { useSchoolWords } from './features/enrolment/school-words.ts';
import { useSchoolYear } from './features/enrolment/school-year.ts';
import { signOut } from './features/people/people.client.ts';
import { useSession } from './features/people/session.ts';
import { SessionEnded } from './features/people/session-ended.tsx';
import { peopleText, positionLabels } from './labels/people.ts';
import { Navigation } from './navigation-menu.tsx';

/** What surrounds every screen of a signed-in person: who, where, and where to go. */
export function Frame() {
  const [opened, menu] = useDisclosure();
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when the screen changes
  useEffect(() => menu.close(), [pathname]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 240, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a href="#content" className="skip-link">
        {peopleText.skip}
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap" gap="xs">
          <Group wrap="nowrap" gap="sm" miw={0}>
            <Burger opened={opened} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={peopleText.menu} />
            <Workplace />
          </Group>
          <YearChooser />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={peopleText.menu}>
        <AppShell.Section grow>
          <Navigation />
        </AppShell.Section>
        <AppShell.Section>
          <WhoAmI />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content">
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <SessionEnded />
    </AppShell>
  );
}

function Workplace() {
  const session = useSession();
  const { data } = useQuery({ ...schoolYearsQuery, enabled: session.install === 'school' });
  return (
    <Stack gap={0} miw={0}>
      <Text fw={600} c="sky" size="sm">
        {peopleText.product}
      </Text>
      <Text size="sm" truncate title={data?.schoolName ?? session.organisationName}>
        {data?.schoolName ?? session.organisationName}
      </Text>
    </Stack>
  );
}

function YearChooser() {
  const session = useSession();
  const { schoolYear, all, choose } = useSchoolYear();
  if (session.install !== 'school' || schoolYear === undefined) return null;
  return (
    <NativeSelect
      aria-label={peopleText.schoolYear}
      data={[...all]}
      value={schoolYear}
      onChange={(event) => choose(event.currentTarget.value)}
      miw={130}
    />
  );
}

function WhoAmI() {
  const { actor } = useSession();
  const words = useSchoolWords();
  const queries = useQueryClient();
  const router = useRouter();
  const leave = async () => {
    await signOut().catch(() => undefined);
    queries.clear();
    await router.navigate({ to: '/login' });
  };
  return (
    <Stack gap={2} pt="sm" style={{ borderTop: '1px solid #dde3ea' }}>
      <Text size="sm" fw={600}>
        {actor.fullName}
      </Text>
      <Text size="xs" c="var(--quiet)">
        {words(actor.positions.map((position) => positionLabels[position]).join(', '))}
      </Text>
      <UnstyledButton onClick={leave} py={6}>
        <Text size="sm" c="sky" td="underline">
          {peopleText.signOut}
        </Text>
      </UnstyledButton>
    </Stack>
  );
}
