import type { Actor } from '../../platform/actor.ts';
import { AppError, permit, refused } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import { refuseUnfitNow } from './judge-fitness.ts';
import { matchSignatures } from './match-signatures.ts';
import { sealedDigests } from './second-list.ts';
import { getSession, listItems, type SigningSession, updateUnlessStopped } from './session.store.ts';
import { algorithmFor } from './signature-algorithm.ts';
import { storeSignatures } from './store-signatures.ts';
import { MOST_A_DELIVERY, nextTokenList } from './token-list.ts';

/**
 * What the token on the signatory's desk is to sign next: digests (base64) with what they are of. A PDF of a seal's
 * second list names the XML it was made of, which this act has signed before: `follows`.
 */
export async function readToSign(platform: Platform, actor: Actor, sessionId: string) {
  return platform.database.transaction(actor, async (tx) => {
    const { certificate } = await waitingForToken(tx, actor, sessionId);
    const { items, left, listDigest } = await nextTokenList(tx, sessionId);
    const pdfs = items.filter(({ slot }) => slot === 'sealPdf').map(({ yearSheetId }) => yearSheetId);
    const sealed = await sealedDigests(tx, sessionId, pdfs);
    const documents = items.map(({ digest, label, slot, yearSheetId }) => {
      const follows = slot === 'sealPdf' && sealed.get(yearSheetId)?.toString('base64');
      return { digest: digest.toString('base64'), label, ...(follows ? { follows } : {}) };
    });
    return { listDigest, certificate: certificate.toString('base64'), left, documents };
  });
}

/** Signatures (base64) from the token: each is kept if it verifies for a document of the act that has none. How many were. */
export async function deliverSignatures(
  platform: Platform,
  actor: Actor,
  given: { sessionId: string; signatures: readonly string[] },
): Promise<number> {
  const { sessionId } = given;
  const { session, items } = await platform.database.transaction(actor, async (tx) => ({
    session: await waitingForToken(tx, actor, sessionId),
    items: await listItems(tx, { sessionId, state: 'prepared', limit: MOST_A_DELIVERY }),
  }));
  if (await refuseUnfitNow(platform, session)) throw notWaiting();
  const { certificate } = session;
  const values = given.signatures.map((text) => Buffer.from(text, 'base64'));
  const signed = await matchSignatures({ certificate, items, algorithm: algorithmFor(certificate) }, values);
  if (signed.length === 0) throw noneFits();
  await storeSignatures(platform, session, signed);
  const unusedSignatures = session.unusedSignatures + values.length - signed.length;
  await platform.database.transaction(actor, async (tx) => {
    if (!(await updateUnlessStopped(tx, sessionId, { state: 'signing', unusedSignatures }))) return;
    const { schoolId } = session;
    await requestWork(tx, { kind: 'signingSession', schoolId, key: sessionId, dueAt: platform.clock.now() });
  });
  return signed.length;
}

async function waitingForToken(tx: Tx, actor: Actor, sessionId: string): Promise<SigningSession> {
  const session = await getSession(tx, sessionId);
  if (session.accountId !== actor.accountId) permit(refused('Chỉ người đã mở lượt ký này được ký tiếp.'));
  if (session.credentialKind !== 'token' || session.state !== 'awaitingApproval') throw notWaiting();
  return session;
}

function notWaiting(): AppError {
  return new AppError({
    code: 'session-not-waiting',
    status: 409,
    sentence: 'Lượt ký này không chờ thiết bị ký. Hãy tải lại trang để xem trạng thái.',
  });
}

function noneFits(): AppError {
  return new AppError({
    code: 'no-signature-fits',
    status: 400,
    sentence: 'Chữ ký nhận được không đúng với chứng thư đã đăng ký. Hãy cắm đúng thiết bị ký của mình rồi ký lại.',
  });
}
