import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { peopleText } from '../../labels/people.ts';
import { type Account, accountsQuery, setPassword } from './people.client.ts';

export function SetPassword({ account, onClose }: { account: Account; onClose: () => void }) {
  const queries = useQueryClient();
  const [password, setEntered] = useState('');
  const saving = useMutation({
    mutationFn: () => setPassword(account.accountId, password),
    onSuccess: async () => {
      await queries.invalidateQueries(accountsQuery);
      notifications.show({ message: peopleText.passwordSet(account.fullName), color: 'green' });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={peopleText.setPasswordFor(account.fullName)} centered>
      <form onSubmit={submit}>
        <Stack>
          <RefusalNotice error={saving.error} />
          <PasswordInput
            label={peopleText.newPassword}
            description={peopleText.newPasswordHint}
            value={password}
            onChange={(event) => setEntered(event.currentTarget.value)}
            autoComplete="new-password"
            required
            minLength={10}
            data-autofocus
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {peopleText.cancel}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {peopleText.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
