import { List, Text } from '@mantine/core';
import { sealText as text } from '../../labels/signing.ts';
import { type SigningSession, totalOf } from './signing.client.ts';

/** What a seal on a token does in its two steps, and which of them is done, under way or still to come. */
export function SealSteps({ session }: { session: SigningSession }) {
  const { counts, secondList } = session;
  const total = totalOf(session) - counts.refused;
  const xmlDone = total > 0 && counts.signed >= total;
  const pdfDone = (secondList?.signed ?? 0) >= counts.signed;
  const now = xmlDone ? 'pdf' : 'xml';
  return (
    <List type="ordered" spacing={6} aria-label={text.steps}>
      <List.Item aria-current={now === 'xml' ? 'step' : undefined}>
        <Text fw={now === 'xml' ? 700 : 400}>{text.stepXml}</Text>
        <Text size="sm" c="var(--quiet)">
          {xmlDone ? text.done : text.now}
        </Text>
      </List.Item>
      <List.Item aria-current={now === 'pdf' ? 'step' : undefined}>
        <Text fw={now === 'pdf' ? 700 : 400}>{text.stepPdf}</Text>
        <Text size="sm" c="var(--quiet)">
          {xmlDone ? pdfState(session, pdfDone) : text.later}
        </Text>
      </List.Item>
    </List>
  );
}

function pdfState({ counts, secondList }: SigningSession, done: boolean): string {
  if (done) return text.done;
  if ((secondList?.prepared ?? 0) > 0) return text.now;
  return counts.waitingForPrincipal > 0 ? text.waitsForPrincipal : text.rendering;
}
