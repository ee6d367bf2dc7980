import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { sessionText, signingText } from '../../labels/signing.ts';
import { reopenSeal } from './signing.client.ts';

/** The seal's time ran out with records still to issue: the password opens it again for the same list. */
export function ReopenSeal({ sessionId }: { sessionId: string }) {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const reopening = useMutation({
    mutationFn: () => reopenSeal(sessionId, password),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['signing'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reopening.mutate();
  };
  return (
    <Alert color="yellow" title={sessionText.sealClosed}>
      <Stack component="form" gap="sm" {...{ onSubmit: submit }}>
        <RefusalNotice error={reopening.error} />
        <Group align="end">
          <PasswordInput
            label={signingText.sealPassword}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="off"
            required
            w={280}
          />
          <Button type="submit" loading={reopening.isPending}>
            {sessionText.reopen}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
