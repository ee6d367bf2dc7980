import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatMoment } from '../../components/moment.ts';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { submissionText as text } from '../../labels/exchange.ts';
import { requestIssuer, type Submissions } from './submissions.client.ts';

/** Whom it goes to, by when, whether the link and the seal stand in the way. */
export function LinkState({ submissions }: { submissions: Submissions }) {
  const { receiver, deadlines, waiting, oldestWaitingAt, linkProblem } = submissions;
  return (
    <Stack gap="xs">
      <Paper withBorder p="md">
        <Stack gap={4}>
          <Text fw={600}>{text.receiver[receiver.kind] ?? receiver.organisationId}</Text>
          {deadlines.map(({ cohort, before, source }) => (
            <Text size="sm" key={`${cohort} ${before} ${source}`}>
              {text.deadline(text.cohorts[cohort], before)}{' '}
              <Text span size="xs" c="var(--quiet)">
                ({text.source}: {source})
              </Text>
            </Text>
          ))}
          {waiting > 0 && (
            <Text size="sm" role="status">
              {text.waiting(waiting)} {oldestWaitingAt && text.waitingSince(formatMoment(oldestWaitingAt))}
            </Text>
          )}
        </Stack>
      </Paper>
      {linkProblem && <Alert color="yellow" title={text.linkProblem} />}
      <SealState seal={submissions.seal} />
    </Stack>
  );
}

function SealState({ seal }: Pick<Submissions, 'seal'>) {
  const queries = useQueryClient();
  const requesting = useMutation({ mutationFn: requestIssuer, onSuccess: () => queries.invalidateQueries() });
  if (seal?.state === 'approved') return null;
  return (
    <Alert color={seal?.state === 'requested' ? 'blue' : 'yellow'} title={seal ? text.seal[seal.state] : text.noSeal}>
      {!seal && (
        <Group>
          <Button size="xs" loading={requesting.isPending} onClick={() => requesting.mutate()}>
            {text.requestSeal}
          </Button>
          <RefusalNotice error={requesting.error} />
        </Group>
      )}
    </Alert>
  );
}
