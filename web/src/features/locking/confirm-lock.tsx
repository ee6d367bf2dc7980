import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { lockingText as text } from '../../labels/locking.ts';
import { type CohortToLock, startLock } from './locking.client.ts';

interface ConfirmLockProps {
  readonly schoolYear: string;
  readonly toLock: CohortToLock;
  readonly onClose: () => void;
}

/** Locking cannot be taken back: asked once more, with a reason before the deadline. */
export function ConfirmLock({ schoolYear, toLock, onClose }: ConfirmLockProps) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { cohort, received, due } = toLock;
  const locking = useMutation({
    mutationFn: () => startLock({ schoolYear, cohort, ...(reason.trim() ? { reason: reason.trim() } : {}) }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      notifications.show({ message: text.started, color: 'green' });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    locking.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={text.confirmTitle} centered>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">
            {text.cohorts[cohort]}. {text.confirmAbout}
          </Text>
          <RefusalNotice error={locking.error} />
          {!due && (
            <Textarea
              label={text.reason}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              minLength={10}
              maxLength={480}
              autosize
              minRows={2}
              required
              data-autofocus
            />
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={locking.isPending}>
              {text.lock(received)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
