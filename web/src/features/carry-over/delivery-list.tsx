import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { TextBadge } from '../../components/text-badge.tsx';
import { receiveText as text } from '../../labels/carry-over.ts';
import type { Delivery } from './deliveries.ts';
import type { DeliveryState } from './use-deliveries.ts';

interface DeliveryListProps {
  readonly deliveries: readonly Delivery[];
  readonly stateOf: (delivery: Delivery) => DeliveryState;
}

/** Class by class: how many files, and what became of them. */
export function DeliveryList({ deliveries, stateOf }: DeliveryListProps) {
  return (
    <Stack gap="xs" aria-live="polite">
      {deliveries.map((delivery) => (
        <DeliveryCard key={delivery.id} delivery={delivery} state={stateOf(delivery)} />
      ))}
    </Stack>
  );
}

function DeliveryCard({ delivery, state }: { delivery: Delivery; state: DeliveryState }) {
  const { className, schoolYear, files } = delivery;
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h5">
            {className === null ? text.unknown : text.ofClass(className, schoolYear)}
          </Title>
          <Group gap="xs">
            <Text size="sm">{text.files(files.length)}</Text>
            <State state={state} />
          </Group>
        </Group>
        {state.kind === 'refused' && <RefusalNotice error={state.refusal} />}
      </Stack>
    </Paper>
  );
}

function State({ state }: { state: DeliveryState }) {
  switch (state.kind) {
    case 'waiting':
      return <TextBadge tone="quiet">{text.waiting}</TextBadge>;
    case 'sending':
      return <TextBadge tone="busy">{text.sending}</TextBadge>;
    case 'taken':
      return <TextBadge tone="good">{text.taken(state.count)}</TextBadge>;
    case 'refused':
      return <TextBadge tone="bad">{text.refused}</TextBadge>;
  }
}
