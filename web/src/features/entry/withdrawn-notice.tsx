import { Alert, Stack, Text } from '@mantine/core';
import { formatMoment } from '../../components/moment.ts';
import { classText } from '../../labels/carry-over.ts';
import { pupilText as text } from '../../labels/entry.ts';
import type { PupilLine, WithdrawnSheet } from './entry.client.ts';

interface WithdrawnNoticeProps {
  readonly withdrawn: WithdrawnSheet | null;
  readonly prepared: boolean;
}

/** That the pupil's sheet was taken back, by whom and why, and what to do now. */
export function WithdrawnNotice({ withdrawn, prepared }: WithdrawnNoticeProps) {
  if (!withdrawn) return null;
  const why = whyWithdrawn(withdrawn);
  return (
    <Alert color="yellow" title={text.withdrawnTitle(withdrawn.version)}>
      <Stack gap={4}>
        {why && <Text size="sm">{why}</Text>}
        <Text size="sm">{prepared ? text.withdrawnFileNext : text.withdrawnNext}</Text>
      </Stack>
    </Alert>
  );
}

/** The same for a whole class. */
export function WithdrawnHere({ pupils }: { pupils: readonly PupilLine[] }) {
  const back = pupils.filter(({ withdrawn }) => withdrawn !== null);
  if (back.length === 0) return null;
  return (
    <Alert color="yellow" title={classText.withdrawnHere(back.length)}>
      <Stack gap={4}>
        {back.map(({ recordId, fullName, withdrawn }) => (
          <Text size="sm" key={recordId}>
            <b>{fullName}</b>: {withdrawn && whyWithdrawn(withdrawn)}
          </Text>
        ))}
        <Text size="sm">{back.every(({ prepared }) => prepared) ? text.withdrawnFileNext : text.withdrawnNext}</Text>
      </Stack>
    </Alert>
  );
}

function whyWithdrawn({ withdrawnAt, withdrawnBy, reason }: WithdrawnSheet): string {
  return withdrawnAt ? text.withdrawnBy(withdrawnBy ?? '', formatMoment(withdrawnAt), reason ?? '') : '';
}
