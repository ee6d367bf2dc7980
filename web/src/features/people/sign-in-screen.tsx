import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { peopleText } from '../../labels/people.ts';
import { sessionQuery } from './people.client.ts';
import { SignInForm } from './sign-in-form.tsx';

export function SignInScreen() {
  const queries = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: '/login' });
  useEffect(() => {
    document.title = `${peopleText.signInTitle} · ${peopleText.product}`;
  }, []);
  const enter = async () => {
    queries.clear();
    await queries.fetchQuery(sessionQuery);
    router.history.push(next ?? '/');
  };
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w={420} maw="100%">
        <Stack>
          <div>
            <Text fw={600} c="sky">
              {peopleText.product}
            </Text>
            <Title order={1} size="h2">
              {peopleText.signInTitle}
            </Title>
            <Text size="sm" c="var(--quiet)">
              {peopleText.signInAbout}
            </Text>
          </div>
          <SignInForm onSignedIn={enter} />
        </Stack>
      </Paper>
    </Center>
  );
}
