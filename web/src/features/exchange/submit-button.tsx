import { Alert, Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { submissionText as text } from '../../labels/exchange.ts';
import { type SubmitWish, submitRecords } from './submissions.client.ts';

interface SubmitButtonProps {
  readonly wish: SubmitWish;
  readonly label: string;
  readonly small?: boolean;
  /** For screen readers, where the label alone does not say of what. */
  readonly of?: string;
}

/** Hands in what is issued, of a class or of the year. */
export function SubmitButton({ wish, label, small, of }: SubmitButtonProps) {
  const queries = useQueryClient();
  const submitting = useMutation({
    mutationFn: () => submitRecords(wish),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Stack gap="xs" align="start">
      <RefusalNotice error={submitting.error} />
      <Button
        size={small ? 'compact-sm' : 'sm'}
        variant={small ? 'default' : 'filled'}
        loading={submitting.isPending}
        onClick={() => submitting.mutate()}
        {...(of ? { 'aria-label': of } : {})}
      >
        {label}
      </Button>
      {submitting.data && !small && <Alert color="green" role="status" title={text.sent(submitting.data.submitted)} />}
    </Stack>
  );
}
