import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PIN, type SoftToken, softToken } from '../../../agent/src/testing/soft-token.ts';
import { closeModule } from '../../../agent/src/token/cryptoki.ts';
import type { HttpClient } from '../../../scripts/demo/http-client.ts';
import { freePort, startProcess, waitUntil } from '../../harness/index.ts';
import type { SmallSchool } from './small-school.ts';
import type { StoryWorld } from './story-world.ts';

/** A USB token plugged into a PC on which the agent runs, and what the school’s page does with it. */
export interface TokenOnTheDesk {
  /** Where the agent listens, and what pairs a browser with it. */
  readonly agentUrl: string;
  readonly pairingCode: string;
  /** Registers the token’s certificate at the school. */
  link(client: HttpClient): Promise<void>;
  /** Fetches what waits, has it signed, brings the signatures. */
  sign(client: HttpClient, sessionId: string): Promise<Signed>;
  /** What the page does when it is closed or left: the agent forgets the PIN. */
  leave(sessionId: string): Promise<void>;
  close(): Promise<void>;
}

export interface Signed {
  readonly count: number;
  /** Whether somebody had to type the PIN. */
  readonly pinTyped: boolean;
}

export interface Plugged {
  readonly school: SmallSchool;
  readonly kind: 'staff' | 'seal';
  /** Whose certificate is on it: a person’s name, or the school’s. */
  readonly holder: string;
}

export async function tokenOnTheDesk(world: StoryWorld, plugged: Plugged): Promise<TokenOnTheDesk> {
  const token = await tokenFor(world, plugged);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = join(world.directory, 'agent.json');
  const pairingFile = join(world.directory, 'pairing');
  writeFileSync(settings, JSON.stringify({ port, schoolOrigin: world.urls.school, module: token.path, pairingFile }));
  const agent = await startProcess([process.execPath, 'agent/src/main.ts', settings], { waitFor: /Mã ghép nối/ });
  const pairingCode = /trường: ([0-9a-f]+)/.exec(agent.output())?.[1] ?? '';
  const ask = asker(url, world.urls.school, pairingCode);
  return {
    agentUrl: url,
    pairingCode,
    link: async (client) => {
      const { certificates } = (await ask('certificates')) as {
        certificates: { certificate: string; chain: string[] }[];
      };
      const [{ certificate, chain } = { certificate: '', chain: [] }] = certificates;
      const path = plugged.kind === 'seal' ? '/api/signing/seal/token' : '/api/signing/token/link';
      await client.post(path, { certificate, chain });
    },
    sign: async (client, sessionId) => {
      const { documents } = await client.get<{ documents: object[] }>(`/api/signing/sessions/${sessionId}/to-sign`);
      const { certificates } = (await ask('certificates')) as { certificates: { fingerprint: string }[] };
      const act = plugged.kind === 'seal' ? { act: sessionId } : {};
      const wanted = { fingerprint: certificates[0]?.fingerprint, description: 'Ký học bạ', documents, ...act };
      const asked = (await ask('requests', wanted)) as { requestId: string; confirmUrl: string; state: string };
      const pinTyped = asked.state === 'waiting';
      if (pinTyped) await typePin(asked.confirmUrl, url);
      const signatures = await waitUntil(
        async () => {
          const seen = (await ask(`requests/${asked.requestId}`)) as { state: string; signatures: string[] };
          return seen.state === 'signed' && seen.signatures;
        },
        { what: 'the token has signed' },
      );
      await client.post(`/api/signing/sessions/${sessionId}/signatures`, { signatures });
      return { count: signatures.length, pinTyped };
    },
    leave: async (sessionId) => {
      await ask(`acts/${sessionId}`, undefined, 'DELETE');
    },
    close: async () => {
      await agent.stop();
      token.remove();
    },
  };
}

async function tokenFor(world: StoryWorld, { school, kind, holder }: Plugged): Promise<SoftToken> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const issued = await world.certificates.issue({
    kind,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    subject: { commonName: holder, organisation: school.schoolName },
  });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
  const token = softToken({
    privateKeyPkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }),
    certificate: bytes(issued.certificate),
    chain: issued.chain.map(bytes),
  });
  // The agent’s process opens it from here on.
  closeModule(token.module);
  return token;
}

/** The school’s page in the paired browser. */
function asker(url: string, origin: string, code: string) {
  return async (path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<unknown> => {
    const answer = await fetch(`${url}/api/${path}`, {
      headers: { origin, authorization: `Bearer ${code}` },
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`agent ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}

/** On the agent’s own page. */
async function typePin(confirmUrl: string, origin: string): Promise<void> {
  const body = new URLSearchParams({ decision: 'approve', pin: PIN });
  const answer = await fetch(confirmUrl, { method: 'POST', headers: { origin }, body });
  if (!answer.ok) throw new Error(`agent’s page: ${answer.status} ${await answer.text()}`);
}
