import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { LinkButton } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { formatMoment } from '../../components/moment.ts';
import { Page } from '../../components/page.tsx';
import { sealText, slotLabels, sessionText as text, tokenText } from '../../labels/signing.ts';
import { useSchoolWords } from '../enrolment/school-words.ts';
import { ListDigest } from './list-digest.tsx';
import { RefusedDocuments } from './refused-documents.tsx';
import { ReopenSeal, TakeUpSeal } from './reopen-seal.tsx';
import { SealSteps } from './seal-steps.tsx';
import { SessionCounts } from './session-counts.tsx';
import { SignWithToken } from './sign-with-token.tsx';
import {
  inTwoSteps,
  isBrokenOff,
  isComplete,
  type SigningSession,
  type Slot,
  signingSessionQuery,
} from './signing.client.ts';
import { StopSession } from './stop-session.tsx';
import { useForgetPin } from './use-forget-pin.ts';

/** One act of signing while it goes on: the browser may leave and come back. */
export function SigningSessionScreen() {
  const { sessionId } = useParams({ from: '/frame/signing/$sessionId' });
  const queries = useQueryClient();
  const session = useQuery(signingSessionQuery(sessionId));
  const complete = session.data !== undefined && isComplete(session.data);
  useEffect(() => {
    if (complete)
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[1] !== 'session' && queryKey[0] !== 'session',
      });
  }, [complete, queries]);
  const { data } = session;
  const words = useSchoolWords();
  return (
    <Page
      title={data ? text.title(words(slotLabels[data.slot])) : text.title('')}
      about={data && text.begun(data.signatoryName, formatMoment(data.createdAt))}
      actions={
        <LinkButton to="/signing" variant="default">
          {text.back}
        </LinkButton>
      }
    >
      <Loaded query={session}>{(loaded) => <Progress session={loaded} complete={complete} />}</Loaded>
    </Page>
  );
}

function Progress({ session, complete }: { session: SigningSession; complete: boolean }) {
  const over = isBrokenOff(session);
  useForgetPin(session);
  return (
    <Stack>
      <Paper withBorder p="lg">
        <Stack gap="md">
          <div role="status">
            <Title order={2} size="h4">
              {stateInWords(session, complete)}
            </Title>
          </div>
          {inTwoSteps(session) && !complete && <SealSteps session={session} />}
          {session.state === 'awaitingApproval' &&
            (session.credentialKind === 'token' ? <SignWithToken session={session} /> : <Text>{text.phone}</Text>)}
          {session.listDigest && showsDigest(session) && (
            <ListDigest
              digest={session.listDigest}
              hint={over || session.state === 'finished' ? null : digestHint(session)}
            />
          )}
          <SessionCounts session={session} />
          {!complete && !over && (
            <Text size="sm" c="var(--quiet)">
              {inTwoSteps(session) ? sealText.leave : text.leave} {session.state === 'finished' && text.waitingStamps}
            </Text>
          )}
          {!over && session.state !== 'finished' && <StopSession sessionId={session.sessionId} />}
        </Stack>
      </Paper>
      {session.problem && session.state !== 'cancelled' && (
        <Alert color={over ? 'red' : 'yellow'} role="alert" title={session.problem} />
      )}
      {inTwoSteps(session) && over && session.counts.signed > session.counts.issued && (
        <TakeUpSeal sessionId={session.sessionId} />
      )}
      {sealClosed(session, complete) && <ReopenSeal sessionId={session.sessionId} />}
      {session.refusedItems.length > 0 && <RefusedDocuments session={session} />}
      {(complete || over) && <Next session={session} complete={complete} />}
    </Stack>
  );
}

/** A seal's only where it is to be compared with the agent's: a key file shows nothing beside it. */
function showsDigest(session: SigningSession): boolean {
  if (session.slot !== 'organisationSeal') return true;
  return inTwoSteps(session) && session.state === 'awaitingApproval';
}

function digestHint({ credentialKind }: SigningSession): string {
  return credentialKind === 'token' ? tokenText.digestHint : text.digestHint;
}

/** "Đã ký xong" is only said when timestamps, and for the seal the issued files, are there. */
function stateInWords(session: SigningSession, complete: boolean): string {
  const seal = session.slot === 'organisationSeal';
  if (complete) return text.complete;
  if (session.state === 'signing' && seal) return text.sealing;
  if (session.state === 'requesting' && session.credentialKind === 'token') return text.states.preparing;
  if (session.state === 'awaitingApproval' && session.credentialKind === 'token') return tokenText.awaiting;
  if (session.state !== 'finished') return text.states[session.state];
  if (inTwoSteps(session) && session.counts.waitingForPrincipal > 0) return sealText.waitsForPrincipal;
  return seal && session.counts.timestamped >= session.counts.signed ? text.issuing : text.stamping;
}

function sealClosed(
  { slot, credentialKind, state, sealOpenUntil, counts }: SigningSession,
  complete: boolean,
): boolean {
  if (
    slot !== 'organisationSeal' ||
    credentialKind === 'token' ||
    complete ||
    state === 'rejected' ||
    state === 'cancelled'
  )
    return false;
  const open = sealOpenUntil !== null && new Date(sealOpenUntil).getTime() > Date.now();
  return !open && (state === 'failed' || counts.signed - counts.waitingForPrincipal > counts.issued);
}

function Next({ session, complete }: { session: SigningSession; complete: boolean }) {
  return (
    <Group>
      {complete && <Text>{nextSteps[session.slot]}</Text>}
      {complete ? (
        <LinkButton to="/classes">{text.records}</LinkButton>
      ) : (
        <LinkButton to="/signing" search={{ slot: session.slot }}>
          {text.again}
        </LinkButton>
      )}
    </Group>
  );
}

const nextSteps: Readonly<Record<Slot, string>> = {
  subjectTeacher: text.nextSubject,
  homeroomTeacher: text.nextHomeroom,
  principal: text.nextPrincipal,
  principalPdf: text.nextPrincipal,
  organisationSeal: text.nextSeal,
};
