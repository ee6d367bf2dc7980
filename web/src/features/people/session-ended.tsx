import { Button, Modal, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { peopleText } from '../../labels/people.ts';
import { sessionEndedKey } from '../../queries.ts';
import { sessionQuery } from './people.client.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Lies over the screen when the session has ended, so that nothing typed is lost. */
export function SessionEnded() {
  const queries = useQueryClient();
  const { data: ended } = useQuery({
    queryKey: sessionEndedKey,
    queryFn: () => false,
    initialData: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const resume = async () => {
    const before = queries.getQueryData(sessionQuery.queryKey)?.actor.accountId;
    const after = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (before !== after.actor.accountId) {
      window.location.assign('/');
      return;
    }
    queries.setQueryData(sessionEndedKey, false);
    await queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
  };
  return (
    <Modal opened={ended} onClose={() => undefined} withCloseButton={false} title={peopleText.sessionEnded} centered>
      <Stack>
        <Text size="sm">{peopleText.sessionEndedAbout}</Text>
        <SignInForm onSignedIn={resume} />
        <Button variant="subtle" component="a" href="/login">
          {peopleText.otherAccount}
        </Button>
      </Stack>
    </Modal>
  );
}
