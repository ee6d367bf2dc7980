import { Stack, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../components/data-table.tsx';
import { ScreenLink } from '../../components/link-button.tsx';
import { formatCount, formatMoment } from '../../components/moment.ts';
import { TextBadge } from '../../components/text-badge.tsx';
import { sessionText, slotLabels, signingText as text, tokenText } from '../../labels/signing.ts';
import { useSchoolWords } from '../enrolment/school-words.ts';
import { sessionTones } from './session-tones.ts';
import { sessionsQuery } from './signing.client.ts';

/** A person's last acts: to go on with one, or to look again. */
export function RecentSessions() {
  const words = useSchoolWords();
  const { data: sessions } = useQuery(sessionsQuery);
  if (!sessions || sessions.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {text.recent}
      </Title>
      <DataTable caption={text.recent} head={[text.at, text.capacity, text.count, text.state]} minWidth={520}>
        {sessions.map(({ sessionId, slot, state, createdAt, documents, credentialKind }) => (
          <Table.Tr key={sessionId}>
            <Table.Td>
              <ScreenLink to="/signing/$sessionId" params={{ sessionId }}>
                {formatMoment(createdAt)}
              </ScreenLink>
            </Table.Td>
            <Table.Td>{words(slotLabels[slot])}</Table.Td>
            <Table.Td>{formatCount(documents)}</Table.Td>
            <Table.Td>
              <TextBadge tone={sessionTones[state]}>
                {state === 'awaitingApproval' && credentialKind === 'token'
                  ? tokenText.awaiting
                  : sessionText.states[state]}
              </TextBadge>
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Stack>
  );
}
