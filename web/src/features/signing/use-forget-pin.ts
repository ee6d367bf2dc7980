import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { inTwoSteps, isBrokenOff, type SigningSession, servicesQuery } from './signing.client.ts';
import { forgetPin, keptCode } from './token-agent.client.ts';

/** The agent keeps no PIN for an act that was stopped, or whose next list is the principal's to bring about. */
export function useForgetPin(session: SigningSession): void {
  const { data } = useQuery(servicesQuery);
  const url = data?.tokenAgentUrl;
  const { sessionId, state, counts } = session;
  const idle = isBrokenOff(session) || (state === 'finished' && counts.waitingForPrincipal > 0);
  const forget = inTwoSteps(session) && idle;
  useEffect(() => {
    // An agent that is gone keeps nothing.
    if (forget && url) forgetPin({ url, code: keptCode() }, sessionId).catch(() => undefined);
  }, [forget, url, sessionId]);
}
