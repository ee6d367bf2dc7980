import { createServer, type ServerResponse } from 'node:http';
import { type Agent, answerTo } from './http/agent-routes.ts';
import { type Answer, refusal } from './http/answer.ts';
import { headersFor } from './http/guard.ts';
import { OpenActHolder } from './open-act.ts';
import { openPairing } from './pairing.ts';
import type { AgentSettings } from './settings.ts';
import { SigningRequests } from './signing-requests.ts';
import { closeModule, openModule } from './token/cryptoki.ts';

/** A running agent. */
export interface RunningAgent {
  readonly url: string;
  /** To be typed in the browser once; undefined when it was shown at an earlier start. */
  readonly newPairingCode: string | undefined;
  close(): Promise<void>;
}

/** Opens the token's module and listens on this PC only. @throws Error with a sentence for the person at the PC. */
export async function startAgent(settings: AgentSettings): Promise<RunningAgent> {
  const { port, schoolOrigin } = settings;
  const pairing = openPairing(settings.pairingFile);
  const module = openModule(settings.module);
  const openAct = new OpenActHolder();
  const agent: Agent = { port, schoolOrigin, pairing, module, requests: new SigningRequests(), openAct };
  const server = createServer((request, response) => {
    answerTo(agent, request).then(
      (answer) => send(agent, response, answer),
      () => send(agent, response, refusal(500, 'failed', 'Chương trình ký gặp lỗi. Hãy khởi động lại rồi thử lại.')),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    newPairingCode: pairing.newCode,
    close: async () => {
      openAct.forget();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      closeModule(module);
    },
  };
}

function send(agent: Agent, response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { ...headersFor(agent), 'content-type': type });
  response.end(status === 204 ? undefined : body);
}
