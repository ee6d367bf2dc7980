import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { classesText } from '../../labels/carry-over.ts';
import type { ClassOfYear } from '../enrolment/enrolment.client.ts';
import type { ClassEntry, Readiness } from '../entry/entry.client.ts';
import { holds, useSession } from '../people/session.ts';
import { carryOverClass, releaseClass } from './carry-over.client.ts';
import { ClassOutcomes } from './class-outcomes.tsx';
import { ConfirmCarryOver, type ToCarryOver } from './confirm-carry-over.tsx';

/** Release, then carry-over, for those whose business it is; only the step that is next. */
export function OneClassActions({ of, entry }: { of: ClassOfYear; entry: ClassEntry }) {
  const session = useSession();
  const queries = useQueryClient();
  const refresh = { onSuccess: () => queries.invalidateQueries() };
  const release = useMutation({ mutationFn: () => releaseClass(of), ...refresh });
  const carryOver = useMutation({ mutationFn: () => carryOverClass(of), ...refresh });
  const [asking, setAsking] = useState(false);
  const released = entry.released !== null;
  const entered = entry.pupils.filter(({ prepared }) => !prepared);
  const left = entered.filter(({ readiness }) => readiness !== 'carriedOver').length;
  const mayRelease = holds(session, 'vicePrincipal', 'principal') && !released && entered.length > 0;
  const mayCarryOver = holds(session, 'vicePrincipal', 'principal', 'academicClerk') && released && left > 0;
  return (
    <Stack gap="xs">
      <RefusalNotice error={release.error ?? carryOver.error} />
      {release.isSuccess && !carryOver.data && (
        <ClassOutcomes outcomes={[{ name: entry.name, released: true }]} schoolYear={of.schoolYear} />
      )}
      {carryOver.data && (
        <ClassOutcomes outcomes={[{ name: entry.name, report: carryOver.data }]} schoolYear={of.schoolYear} />
      )}
      {mayRelease && (
        <Step
          label={classesText.release}
          hint={classesText.releaseHint}
          busy={release.isPending}
          onClick={() => release.mutate()}
        />
      )}
      {mayCarryOver && (
        <Step
          label={left === entry.pupils.length ? classesText.carryOver : classesText.carryOverMore}
          hint={classesText.carryOverHint}
          busy={carryOver.isPending}
          onClick={() => setAsking(true)}
        />
      )}
      {asking && (
        <ConfirmCarryOver counts={countsOf(entry)} onConfirm={carryOver.mutate} onClose={() => setAsking(false)} />
      )}
    </Stack>
  );
}

function countsOf({ pupils, released }: ClassEntry): ToCarryOver {
  const of = (state: Readiness) => pupils.filter(({ readiness }) => readiness === state).length;
  return { ready: of('ready'), waiting: of('waiting'), problems: of('problems'), unreleased: released ? 0 : 1 };
}

interface StepProps {
  readonly label: string;
  readonly hint: string;
  readonly busy: boolean;
  readonly onClick: () => void;
}

function Step({ label, hint, busy, onClick }: StepProps) {
  return (
    <Group gap="sm">
      <Button loading={busy} onClick={onClick}>
        {label}
      </Button>
      <Text size="sm" c="var(--quiet)" style={{ flex: '1 1 240px' }}>
        {hint}
      </Text>
    </Group>
  );
}
