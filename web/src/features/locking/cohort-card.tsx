import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { lockingText as text } from '../../labels/locking.ts';
import { ConfirmLock } from './confirm-lock.tsx';
import type { CohortToLock } from './locking.client.ts';

interface CohortCardProps {
  readonly schoolYear: string;
  readonly toLock: CohortToLock;
  readonly mayLock: boolean;
}

/** One cohort, its deadlines with their documents, and the button that locks what was received. */
export function CohortCard({ schoolYear, toLock, mayLock }: CohortCardProps) {
  const [confirming, setConfirming] = useState(false);
  const { cohort, received, late, locked, due, deadlines } = toLock;
  return (
    <Paper withBorder p="md" component="section" aria-label={text.cohorts[cohort]}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {text.cohorts[cohort]}
        </Title>
        <Text>
          {text.received(received)}
          {late > 0 && `, ${text.late(late)}`}
        </Text>
        <Text>{text.locked(locked)}</Text>
        {deadlines.length === 0 && (
          <Text size="sm" c="var(--quiet)">
            {text.noDeadline}
          </Text>
        )}
        {deadlines.map(({ step, before, source, grades }) => (
          <Text size="sm" key={`${step} ${before} ${source}`}>
            {text.steps[step] ?? step}
            {grades && ` (${text.grades(grades)})`}: {text.deadline(before).toLocaleLowerCase('vi')}{' '}
            <Text span size="xs" c="var(--quiet)">
              {text.source}: {source}
            </Text>
          </Text>
        ))}
        {mayLock && received > 0 && (
          <>
            <Text size="sm" fw={600}>
              {due ? text.due : text.notDue}
            </Text>
            <Button style={{ alignSelf: 'start' }} onClick={() => setConfirming(true)}>
              {text.lock(received)}
            </Button>
          </>
        )}
        {mayLock && received === 0 && (
          <Text size="sm" c="var(--quiet)">
            {text.nothing}
          </Text>
        )}
      </Stack>
      {confirming && <ConfirmLock schoolYear={schoolYear} toLock={toLock} onClose={() => setConfirming(false)} />}
    </Paper>
  );
}
