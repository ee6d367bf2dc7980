import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { sealText, sessionText, signingText } from '../../labels/signing.ts';
import { reopenSeal } from './signing.client.ts';

/** An act of a seal on a token that was stopped goes on where it was; nothing is to be typed here. */
export function TakeUpSeal({ sessionId }: { sessionId: string }) {
  const queries = useQueryClient();
  const reopening = useMutation({
    mutationFn: () => reopenSeal(sessionId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['signing'] }),
  });
  return (
    <Alert color="yellow" title={sealText.stopped}>
      <Stack gap="sm">
        <RefusalNotice error={reopening.error} />
        <Button style={{ alignSelf: 'start' }} loading={reopening.isPending} onClick={() => reopening.mutate()}>
          {sealText.takeUp}
        </Button>
      </Stack>
    </Alert>
  );
}

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
