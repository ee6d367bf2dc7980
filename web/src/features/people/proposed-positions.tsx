import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { positionLabels, peopleText as text } from '../../labels/people.ts';
import { type Account, accountsQuery, setPositions } from './people.client.ts';

/** What a workbook says a person is, for the administrator to confirm or turn down. */
export function ProposedPositions({ account }: { account: Account }) {
  const queries = useQueryClient();
  const { accountId, fullName, positions, proposedPositions } = account;
  const settling = useMutation({
    mutationFn: (settled: Account['positions']) => setPositions(accountId, settled),
    onSuccess: () => queries.invalidateQueries(accountsQuery),
  });
  if (proposedPositions.length === 0) return null;
  const proposed = proposedPositions.map((each) => positionLabels[each]).join(', ');
  return (
    <>
      <Text size="sm">{text.proposed(proposed)}</Text>
      <Group gap="xs">
        <Button
          size="compact-xs"
          aria-label={text.confirmFor(proposed, fullName)}
          loading={settling.isPending}
          onClick={() => settling.mutate([...positions, ...proposedPositions])}
        >
          {text.confirm}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={text.declineFor(proposed, fullName)}
          disabled={settling.isPending}
          onClick={() => settling.mutate(positions)}
        >
          {text.decline}
        </Button>
      </Group>
      <RefusalNotice error={settling.error} />
    </>
  );
}
