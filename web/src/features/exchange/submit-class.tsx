import { Stack, Text } from '@mantine/core';
import { submissionText as text } from '../../labels/exchange.ts';
import type { ClassOfYear } from '../enrolment/enrolment.client.ts';
import type { RecordLine } from '../issuance/issuance.client.ts';
import { holds, useSession } from '../people/session.ts';
import { SubmitButton } from './submit-button.tsx';

/** Hands in what a class has ready, for those whose business it is. */
export function SubmitClass({ of, records }: { of: ClassOfYear; records: readonly RecordLine[] }) {
  const maySubmit = holds(useSession(), 'academicClerk', 'sealClerk', 'principal');
  const ready = records.filter(({ state }) => state === 'issued' || state === 'rejected').length;
  if (!maySubmit || ready === 0) return null;
  return (
    <Stack gap={4}>
      <SubmitButton wish={of} label={text.sendHere(ready)} />
      <Text size="sm" c="var(--quiet)">
        {text.sendHint}
      </Text>
    </Stack>
  );
}
