import { Group, Progress, Stack, Text } from '@mantine/core';
import { sealText, sessionText as text } from '../../labels/signing.ts';
import { inTwoSteps, type SigningSession, totalOf } from './signing.client.ts';

/** How many are signed, timestamped and, for the seal, issued. */
export function SessionCounts({ session }: { session: SigningSession }) {
  const { counts, slot } = session;
  const total = totalOf(session);
  const seal = slot === 'organisationSeal';
  return (
    <Stack gap="sm">
      <Count label={labelOfSigned(session)} done={counts.signed} total={total} />
      <Count label={text.timestamped} done={counts.timestamped} total={total} />
      {inTwoSteps(session) && <Count label={sealText.pdfSealed} done={session.secondList?.signed ?? 0} total={total} />}
      {seal && <Count label={text.issued} done={counts.issued} total={total} />}
      {counts.waitingForPrincipal > 0 && <Text size="sm">{text.waitingForPrincipal(counts.waitingForPrincipal)}</Text>}
      {counts.refused > 0 && (
        <Text size="sm" c="red.9">
          {text.refused}: {counts.refused}
        </Text>
      )}
    </Stack>
  );
}

function labelOfSigned(session: SigningSession): string {
  if (inTwoSteps(session)) return sealText.xmlSealed;
  return session.slot === 'organisationSeal' ? text.sealed : text.signed;
}

function Count({ label, done, total }: { label: string; done: number; total: number }) {
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{label}</Text>
        <Text size="sm" fw={600}>
          {text.of(done, total)}
        </Text>
      </Group>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={label} size="md" />
    </div>
  );
}
