import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { sessionText as text } from '../../labels/signing.ts';
import { cancelSession } from './signing.client.ts';

/** Ends an act that still runs, e.g. when the phone is not at hand. */
export function StopSession({ sessionId }: { sessionId: string }) {
  const queries = useQueryClient();
  const stopping = useMutation({
    mutationFn: () => cancelSession(sessionId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['signing'] }),
  });
  return (
    <Group gap="sm">
      <RefusalNotice error={stopping.error} />
      <Button variant="default" size="xs" loading={stopping.isPending} onClick={() => stopping.mutate()}>
        {text.stop}
      </Button>
      <Text size="xs" c="var(--quiet)">
        {text.stopHint}
      </Text>
    </Group>
  );
}
