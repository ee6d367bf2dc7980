import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { tokenText as text } from '../../labels/signing.ts';
import { Refusal } from '../../server.ts';
import { deliverSignatures, readToSign, type SigningSession, servicesQuery } from './signing.client.ts';
import { askToSign, keptCode, listTokenCertificates, readTokenRequest, type TokenAgent } from './token-agent.client.ts';

const LOOK_AGAIN_MS = 700;

/** The list goes to the agent, which shows it and asks for the PIN in a window of its own; its signatures go to the server. */
export function SignWithToken({ session }: { session: SigningSession }) {
  const queries = useQueryClient();
  const { data } = useQuery(servicesQuery);
  const [confirmUrl, setConfirmUrl] = useState<string | null>(null);
  const signing = useMutation({
    mutationFn: async (agent: TokenAgent) => {
      const { sessionId } = session;
      const signatures = await signNextList(agent, sessionId, (url) => {
        setConfirmUrl(url);
        window.open(url, 'hocba-token', 'width=720,height=820');
      });
      return deliverSignatures(sessionId, signatures);
    },
    onSettled: () => {
      setConfirmUrl(null);
      return queries.invalidateQueries({ queryKey: ['signing', 'session', session.sessionId] });
    },
  });
  const url = data?.tokenAgentUrl;
  if (!url) return null;
  return (
    <Stack gap="xs">
      <Text>{text.waiting}</Text>
      <RefusalNotice error={signing.error} />
      <Button
        style={{ alignSelf: 'start' }}
        loading={signing.isPending}
        onClick={() => signing.mutate({ url, code: keptCode() })}
      >
        {text.sign(session.counts.prepared)}
      </Button>
      {confirmUrl && (
        <Alert color="blue">
          <Anchor href={confirmUrl} target="hocba-token">
            {text.open}
          </Anchor>
        </Alert>
      )}
    </Stack>
  );
}

/** Waits until the person has answered in the agent's window. @throws Refusal */
async function signNextList(
  agent: TokenAgent,
  sessionId: string,
  show: (confirmUrl: string) => void,
): Promise<readonly string[]> {
  const { certificate, documents } = await readToSign(sessionId);
  const own = (await listTokenCertificates(agent)).find((each) => each.certificate === certificate);
  if (!own) throw new Refusal(409, { code: 'other-token', sentence: text.notHere });
  const description = text.sign(documents.length);
  const { requestId, confirmUrl } = await askToSign(agent, { fingerprint: own.fingerprint, description, documents });
  show(confirmUrl);
  for (;;) {
    const { state, signatures } = await readTokenRequest(agent, requestId);
    if (state === 'signed') return signatures;
    if (state === 'refused') throw new Refusal(409, { code: 'token-refused', sentence: text.refused });
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
