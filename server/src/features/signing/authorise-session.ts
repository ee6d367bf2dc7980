import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/database/database.ts';
import { CscError } from '../../platform/keys/csc-http.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { type Credential, findCredential } from './credential.store.ts';
import { serviceToken } from './service-token.ts';
import { listPrepared, type SigningSession, updateSession } from './session.store.ts';

export const authorisationPurpose = (sessionId: string) => `sad/${sessionId}`;

const POLL_MS = 400;

/** Asks the signatory's phone for exactly the digests still missing; after a resumed session that is fewer than the list. */
export async function requestApproval(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const { items, credential } = await platform.database.transaction(session, async (tx) => ({
    items: await listPrepared(tx, session.sessionId),
    credential: await requireCredential(tx, session),
  }));
  const hashes = items.map((item) => item.digest);
  return withService(platform, { session, credential }, async (token, client) => {
    const providerRequest = await client.requestAuthorisation(token, {
      credentialId: credential.credentialId,
      hashes,
      labels: items.map((item) => item.label),
      root: createHash('sha256').update(Buffer.concat(hashes)).digest('hex'),
      description: `Kí ${items.length} học bạ, ${platform.config.organisationName}`,
    });
    await save(platform, session, { state: 'awaitingApproval', providerRequest, problem: null });
    return { afterMs: POLL_MS };
  });
}

export async function awaitApproval(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const credential = await platform.database.transaction(session, (tx) => requireCredential(tx, session));
  return withService(platform, { session, credential }, async (token, client) => {
    const answer = await client.checkAuthorisation(token, session.providerRequest ?? '');
    switch (answer.state) {
      case 'pending':
        return { afterMs: POLL_MS };
      case 'refused':
        await save(platform, session, {
          state: 'rejected',
          problem: answer.sentence,
          finishedAt: platform.clock.now(),
        });
        return 'done';
      case 'approved':
        await save(platform, session, {
          state: 'signing',
          authorisation: platform.secrets.seal(answer.sad, authorisationPurpose(session.sessionId)),
          authorisedUntil: new Date(platform.clock.now().getTime() + answer.expiresInSeconds * 1000),
        });
        return 'again';
    }
  });
}

async function requireCredential(tx: Tx, { schoolId, staffId }: SigningSession): Promise<Credential> {
  const credential = await findCredential(tx, schoolId, staffId);
  if (!credential) throw new Error('the credential was removed during the session');
  return credential;
}

type Client = NonNullable<Platform['remoteSigning']>['client'];

interface Asking {
  readonly session: SigningSession;
  readonly credential: Credential;
}

/** A service that is down or busy is asked again later; the session shows why it waits. */
export async function withService(
  platform: Platform,
  { session, credential }: Asking,
  ask: (token: string, client: Client) => Promise<WorkOutcome>,
): Promise<WorkOutcome> {
  if (!platform.remoteSigning) throw new Error('no remote signing service configured');
  try {
    return await ask(await serviceToken(platform, credential), platform.remoteSigning.client);
  } catch (error) {
    if (error instanceof CscError && error.passing) {
      const problem = 'Dịch vụ kí số từ xa chưa trả lời; hệ thống tự thử lại.';
      await save(platform, session, { problem });
      return { afterMs: 1000, problem: error.message };
    }
    if (!(error instanceof CscError)) throw error;
    return restartOrFail(platform, session, error);
  }
}

/** A request or authorisation the service no longer knows is asked for anew; other refusals end the session. */
async function restartOrFail(platform: Platform, session: SigningSession, error: CscError): Promise<WorkOutcome> {
  const lapsed = session.state === 'signing' || session.state === 'awaitingApproval';
  platform.log.warn({ code: error.code, state: session.state }, 'remote signing refused');
  if (lapsed && ['invalid_request', 'invalid_token', 'access_denied'].includes(error.code)) {
    await save(platform, session, {
      state: 'requesting',
      providerRequest: null,
      authorisation: null,
      authorisedUntil: null,
    });
    return { afterMs: 500 };
  }
  const problem = `Dịch vụ kí số từ xa từ chối (${error.code}). Hãy liên kết lại chứng thư số rồi kí lại.`;
  await save(platform, session, { state: 'failed', problem, finishedAt: platform.clock.now() });
  return 'done';
}

async function save(
  platform: Platform,
  session: SigningSession,
  change: Parameters<typeof updateSession>[2],
): Promise<void> {
  await platform.database.transaction(session, (tx) => updateSession(tx, session.sessionId, change));
}
