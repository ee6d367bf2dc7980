import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { sealText, signingText as text } from '../../labels/signing.ts';
import { DocumentList } from './document-list.tsx';
import { type Slot, startSession, type WaitingClass } from './signing.client.ts';
import { WaitingClasses } from './waiting-classes.tsx';

interface SignFormProps {
  readonly classes: readonly WaitingClass[];
  readonly slot: Slot;
  /** The certificate is on a token: nothing is typed here. */
  readonly byToken: boolean;
}

/** Classes to choose, the documents they come to, and the button that signs exactly those. */
export function SignForm({ classes, slot, byToken }: SignFormProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(classes.filter(hasReady).map(({ classId }) => classId)),
  );
  const documents = classes
    .filter(({ classId }) => chosen.has(classId))
    .flatMap((each) =>
      each.documents
        .filter(({ status }) => status === 'ready')
        .map((document) => ({ ...document, className: each.name })),
    );
  return (
    <Stack>
      <Title order={2} size="h4">
        {text.classes}
      </Title>
      <WaitingClasses classes={classes} chosen={chosen} onChoose={setChosen} />
      {documents.length > 0 ? (
        <>
          <Title order={2} size="h4">
            {text.documents(documents.length)}
          </Title>
          <DocumentList documents={documents} />
          <StartForm slot={slot} byToken={byToken} yearSheetIds={documents.map(({ yearSheetId }) => yearSheetId)} />
        </>
      ) : (
        <Text c="var(--quiet)">{text.chooseFirst}</Text>
      )}
    </Stack>
  );
}

function hasReady({ documents }: WaitingClass): boolean {
  return documents.some(({ status }) => status === 'ready');
}

function StartForm({
  slot,
  byToken,
  yearSheetIds,
}: Pick<SignFormProps, 'slot' | 'byToken'> & { yearSheetIds: readonly string[] }) {
  const seal = slot === 'organisationSeal';
  const asksPassword = seal && !byToken;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const starting = useMutation({
    mutationFn: startSession,
    onSuccess: async ({ sessionId }) => {
      await queries.invalidateQueries({ queryKey: ['signing'], refetchType: 'none' });
      await navigate({ to: '/signing/$sessionId', params: { sessionId } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    starting.mutate({ slot, yearSheetIds, ...(asksPassword ? { sealPassword: password } : {}) });
  };
  const label = seal ? text.seal(yearSheetIds.length) : text.sign(yearSheetIds.length);
  return (
    <Paper withBorder p="md" component="form" onSubmit={submit} style={{ position: 'sticky', bottom: 8, zIndex: 2 }}>
      <Stack gap="sm">
        <RefusalNotice error={starting.error} />
        {seal && byToken && <Text size="sm">{sealText.twoSteps}</Text>}
        <Group align="end">
          {asksPassword && (
            <PasswordInput
              label={text.sealPassword}
              description={text.sealPasswordHint}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              autoComplete="off"
              required
              style={{ flex: '1 1 280px' }}
            />
          )}
          <Button type="submit" size="md" loading={starting.isPending} style={{ height: 'auto', minHeight: 42 }}>
            <span style={{ whiteSpace: 'normal' }}>{label}</span>
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
