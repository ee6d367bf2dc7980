import { type RecordState, recordStates } from '@hocba/record';
import { Group, Text } from '@mantine/core';
import { TextBadge } from '../../components/text-badge.tsx';
import { recordsText } from '../../labels/issuance.ts';
import { stateTones } from '../../labels/record-state-tones.ts';

interface StateCountsProps {
  readonly states: Readonly<Partial<Record<RecordState, number>>>;
  readonly none: string;
}

/** Sheets by state, in the order of their life. */
export function StateCounts({ states, none }: StateCountsProps) {
  const present = recordStates.filter(({ id }) => (states[id] ?? 0) > 0);
  if (present.length === 0) {
    return (
      <Text size="sm" c="var(--quiet)">
        {none}
      </Text>
    );
  }
  return (
    <Group gap={4}>
      {present.map(({ id, label }) => (
        <TextBadge key={id} tone={stateTones[id]}>
          {recordsText.inState(states[id] ?? 0, label.toLocaleLowerCase('vi'))}
        </TextBadge>
      ))}
    </Group>
  );
}
