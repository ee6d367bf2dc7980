import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { recordsText as text } from '../../labels/issuance.ts';
import { withdrawSheet } from '../carry-over/carry-over.client.ts';
import type { RecordLine } from './issuance.client.ts';

/** The principal takes back a sheet before the lock, with the reason. */
export function WithdrawSheet({ record, onClose }: { record: RecordLine; onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdrawing = useMutation({
    mutationFn: () => withdrawSheet(record.yearSheetId, reason),
    onSuccess: async () => {
      await queries.invalidateQueries();
      notifications.show({ message: text.withdrawn(record.fullName), color: 'green' });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    withdrawing.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={text.withdrawOf(record.fullName)} centered>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{text.withdrawAbout}</Text>
          <RefusalNotice error={withdrawing.error} />
          <Textarea
            label={text.reason}
            description={text.reasonHint}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={3}
            maxLength={1000}
            required
            data-autofocus
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" color="red.9" loading={withdrawing.isPending}>
              {text.withdraw}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
