import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { sealText, tokenText as text } from '../../labels/signing.ts';
import { Refusal } from '../../server.ts';
import {
  deliverSignatures,
  inTwoSteps,
  readToSign,
  type SigningSession,
  servicesQuery,
  waitingForToken,
} from './signing.client.ts';
import {
  askToSign,
  keepsPin,
  keptCode,
  listTokenCertificates,
  readTokenRequest,
  type TokenAgent,
} from './token-agent.client.ts';

const LOOK_AGAIN_MS = 700;

/**
 * The list goes to the agent, which shows it and asks for the PIN in a window of its own; its signatures go to the server.
 * The second list of a seal is sent by itself while the agent still keeps the PIN of the first.
 */
export function SignWithToken({ session }: { session: SigningSession }) {
  const queries = useQueryClient();
  const { data } = useQuery(servicesQuery);
  const [confirmUrl, setConfirmUrl] = useState<string | null>(null);
  const { sessionId } = session;
  const second = session.counts.prepared === 0 && inTwoSteps(session);
  const { mutate, ...signing } = useMutation({
    mutationFn: async (agent: TokenAgent) => {
      const act = inTwoSteps(session) ? { act: sessionId } : {};
      const signatures = await signNextList(agent, { sessionId, ...act }, (url) => {
        setConfirmUrl(url);
        window.open(url, 'hocba-token', 'width=720,height=820');
      });
      return deliverSignatures(sessionId, signatures);
    },
    onSettled: () => {
      setConfirmUrl(null);
      return queries.invalidateQueries({ queryKey: ['signing', 'session', sessionId] });
    },
  });
  const url = data?.tokenAgentUrl;
  useEffect(() => {
    if (!second || !url) return;
    const agent = { url, code: keptCode() };
    let left = false;
    keepsPin(agent, sessionId).then(
      (kept) => kept && !left && mutate(agent),
      // An agent that does not answer is told of when the button is pressed.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [second, url, sessionId, mutate]);
  if (!url) return null;
  return (
    <Stack gap="xs">
      <Text>{second ? sealText.second : text.waiting}</Text>
      <RefusalNotice error={signing.error} />
      <Button
        style={{ alignSelf: 'start' }}
        loading={signing.isPending}
        onClick={() => mutate({ url, code: keptCode() })}
      >
        {second ? sealText.signPdfs(waitingForToken(session)) : text.sign(waitingForToken(session))}
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

/** Waits until the person has answered in the agent's window, if they have to. @throws Refusal */
async function signNextList(
  agent: TokenAgent,
  { sessionId, ...of }: { sessionId: string; act?: string },
  show: (confirmUrl: string) => void,
): Promise<readonly string[]> {
  const { certificate, documents } = await readToSign(sessionId);
  const own = (await listTokenCertificates(agent)).find((each) => each.certificate === certificate);
  if (!own) throw new Refusal(409, { code: 'other-token', sentence: text.notHere });
  const { fingerprint } = own;
  const pdfs = documents.some(({ follows }) => follows !== undefined);
  const description = (pdfs ? sealText.signPdfs : text.sign)(documents.length);
  const asked = await askToSign(agent, { fingerprint, description, documents, ...of });
  for (let shown = false; ; ) {
    const { state, signatures } = await readTokenRequest(agent, asked.requestId);
    if (state === 'signed') return signatures;
    if (state === 'refused') throw new Refusal(409, { code: 'token-refused', sentence: text.refused });
    if (state === 'waiting' && !shown) {
      show(asked.confirmUrl);
      shown = true;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
