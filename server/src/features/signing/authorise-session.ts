import { ServiceError } from '../../platform/keys/service-http.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { getSchool } from '../enrolment/index.ts';
import { refuseUnfitNow } from './judge-fitness.ts';
import { type ServiceAccess, serviceAccess } from './service-access.ts';
import { listPrepared, type SigningSession, updateUnlessStopped } from './session.store.ts';
import { listDigestOf, nextTokenList } from './token-list.ts';

export const authorisationPurpose = (sessionId: string) => `sad/${sessionId}`;

const POLL_MS = 400;
/** Each is a push to somebody's phone: a service that keeps refusing must not cause them for ever. */
const MOST_REQUESTS = 25;

/** Asks the signatory's phone for exactly the digests still missing; after a resumed session that is fewer than the list. */
export async function requestApproval(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const unfit = await refuseUnfitNow(platform, session);
  if (unfit) return unfit;
  if (session.credentialKind === 'token') return waitForToken(platform, session);
  if (session.authorisationRequests >= MOST_REQUESTS) return asksTooOften(platform, session);
  const { sessionId, schoolId, multisign } = session;
  const { items, schoolName } = await platform.database.transaction(session, async (tx) => ({
    // What one authorisation may cover; the rest is asked for afterwards.
    items: (await listPrepared(tx, sessionId)).slice(0, multisign),
    schoolName: (await getSchool(tx, schoolId)).name,
  }));
  const hashes = items.map((item) => item.digest);
  const listDigest = listDigestOf(hashes);
  return withService(platform, session, async ({ service, access }) => {
    const providerRequest = await service.requestAuthorisation(access, {
      credentialId: session.credentialId,
      hashes,
      labels: items.map((item) => item.label),
      root: listDigest,
      description: `Ký ${items.length} học bạ, ${schoolName}`,
    });
    const authorisationRequests = session.authorisationRequests + 1;
    const change = { providerRequest, listDigest, authorisationRequests, problem: null };
    await save(platform, session, { state: 'awaitingApproval', ...change });
    return { afterMs: POLL_MS };
  });
}

export async function awaitApproval(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  if (session.credentialKind === 'token') return 'done';
  return withService(platform, session, async ({ service, access }) => {
    const answer = await service.checkAuthorisation(access, session.providerRequest ?? '');
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

/** A token signs where its owner sits: their browser fetches the list and brings the signatures, see deliver-signatures.ts. */
export async function waitForToken(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const { listDigest } = await platform.database.transaction(session, (tx) => nextTokenList(tx, session.sessionId));
  await save(platform, session, { state: 'awaitingApproval', listDigest, problem: null });
  return 'done';
}

const RETRY_MS = 1000;

/** A service that is down or busy is asked again later; the session shows why it waits. */
export async function withService(
  platform: Platform,
  session: SigningSession,
  ask: (at: ServiceAccess) => Promise<WorkOutcome>,
): Promise<WorkOutcome> {
  try {
    return await ask(await serviceAccess(platform, session));
  } catch (error) {
    if (error instanceof ServiceError && error.passing) {
      const problem = 'Dịch vụ ký số từ xa chưa trả lời; hệ thống tự thử lại.';
      await save(platform, session, { problem });
      return { afterMs: Math.max(RETRY_MS, error.retryAfterMs ?? 0), problem: error.message };
    }
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === 'not_linked') return waitForLink(platform, session);
    return restartOrFail(platform, session, error);
  }
}

/** The person has to sign in at the service again; the act goes on when they have. */
async function waitForLink(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const problem = 'Liên kết với dịch vụ ký số đã hết hạn. Hãy bấm “Liên kết chứng thư số”; lượt ký này sẽ tự tiếp tục.';
  await save(platform, session, { problem });
  return { afterMs: 3000, problem };
}

async function asksTooOften(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const problem = 'Đã hỏi xác nhận quá nhiều lần mà chưa ký xong. Hãy mở lượt ký mới cho các học bạ còn thiếu.';
  await save(platform, session, { state: 'failed', problem, finishedAt: platform.clock.now() });
  return 'done';
}

/** A request or authorisation the service no longer knows is asked for anew; other refusals end the session. */
async function restartOrFail(platform: Platform, session: SigningSession, error: ServiceError): Promise<WorkOutcome> {
  const asked = session.state === 'signing' || session.state === 'awaitingApproval';
  platform.log.warn({ code: error.code, state: session.state }, 'remote signing refused');
  if (asked && error.lapsed) {
    await save(platform, session, {
      state: 'requesting',
      providerRequest: null,
      authorisation: null,
      authorisedUntil: null,
    });
    return { afterMs: 500 };
  }
  const problem = `Dịch vụ ký số từ xa từ chối (${error.code}). Hãy liên kết lại chứng thư số rồi ký lại.`;
  await save(platform, session, { state: 'failed', problem, finishedAt: platform.clock.now() });
  return 'done';
}

async function save(
  platform: Platform,
  session: SigningSession,
  change: Parameters<typeof updateUnlessStopped>[2],
): Promise<void> {
  await platform.database.transaction(session, (tx) => updateUnlessStopped(tx, session.sessionId, change));
}
