import { privateKeyFromPkcs8, signData } from '@hocba/signature/node';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { getYearSheets } from '../carry-over/index.ts';
import { authorisationPurpose, waitForToken, withService } from './authorise-session.ts';
import { finishSession } from './finish-session.ts';
import { refuseUnfitNow } from './judge-fitness.ts';
import { matchSignatures, type SignedItem } from './match-signatures.ts';
import { dataToSign } from './prepared-item.ts';
import { listItems, refuseItems, type SigningItem, type SigningSession, updateUnlessStopped } from './session.store.ts';
import { algorithmFor, signAlgorithmOid } from './signature-algorithm.ts';
import { storeSignatures } from './store-signatures.ts';
import { sealKeyPurpose } from './unlock-seal.ts';

/** One call to the signing service; small enough that progress is seen and a crash repeats little. */
const CHUNK = 100;
const MOST_FRUITLESS = 40;
const WITHDRAWN = 'Học bạ đã được rút để sửa; phiên bản mới cần ký lại.';

/** Signs the next documents of the list, keeping only signatures that verify under the certificate they were prepared for. */
export async function signChunk(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const items = await platform.database.transaction(session, (tx) => nextItems(tx, session));
  if (items === 'refused') return 'again';
  if (items.length === 0) return platform.database.transaction(session, (tx) => finishSession(tx, platform, session));
  if (session.credentialKind === 'token') return waitForToken(platform, session);
  if (session.authorisedUntil === null || session.authorisedUntil <= platform.clock.now())
    return authorisationOver(platform, session);
  const unfit = await refuseUnfitNow(platform, session);
  if (unfit) return unfit;
  const { certificate } = session;
  const algorithm = algorithmFor(certificate);
  const keep = async (values: readonly Uint8Array[]) =>
    keepAndGoOn(platform, session, {
      signed: await matchSignatures({ certificate, items, algorithm }, values),
      received: values.length,
    });
  if (session.credentialKind === 'pkcs12') return keep(sealItems(platform, session, items));
  return withService(platform, session, async ({ service, access }) =>
    keep(
      await service.signHashes(access, {
        credentialId: session.credentialId,
        sad: platform.secrets.open(session.authorisation ?? '', authorisationPurpose(session.sessionId)).toString(),
        hashes: digestsOf(items),
        signAlgorithmOid: signAlgorithmOid(algorithm),
      }),
    ),
  );
}

/** Sheets withdrawn since the list was made are refused, each alone. */
async function nextItems(tx: Tx, session: SigningSession): Promise<readonly SigningItem[] | 'refused'> {
  const { sessionId, multisign } = session;
  const items = await listItems(tx, { sessionId, state: 'prepared', limit: Math.min(CHUNK, multisign) });
  const sheets = await getYearSheets(tx, [...new Set(items.map((item) => item.yearSheetId))]);
  const withdrawn = new Set(sheets.filter((sheet) => sheet.state === 'withdrawn').map((sheet) => sheet.yearSheetId));
  const refused = items.filter((item) => withdrawn.has(item.yearSheetId));
  if (refused.length === 0) return items;
  await refuseItems(
    tx,
    sessionId,
    refused.map((item) => ({ ...item, problem: WITHDRAWN })),
  );
  return 'refused';
}

/** A key at hand signs the data itself: ECDSA over a finished digest is not to be had from node:crypto. */
function sealItems(platform: Platform, session: SigningSession, items: readonly SigningItem[]): Uint8Array[] {
  const pkcs8 = platform.secrets.open(session.authorisation ?? '', sealKeyPurpose(session.sessionId));
  const key = privateKeyFromPkcs8(pkcs8);
  const algorithm = algorithmFor(session.certificate);
  return items.map((item) => (item.prepared ? signData(key, algorithm, dataToSign(item.prepared)) : new Uint8Array()));
}

function digestsOf(items: readonly SigningItem[]): Uint8Array[] {
  return items.map((item) => {
    if (!item.digest) throw new Error('an item without digest reached signing');
    return item.digest;
  });
}

/** At least one new signature, or a pause before the service is asked again. What fits nothing, or a document that has its own, is counted. */
async function keepAndGoOn(
  platform: Platform,
  session: SigningSession,
  { signed, received }: { signed: readonly SignedItem[]; received: number },
): Promise<WorkOutcome> {
  const unused = received - signed.length;
  if (unused > 0) await countUnused(platform, session, unused);
  if (signed.length === 0) return fruitless(platform, session);
  await storeSignatures(platform, session, signed);
  return 'again';
}

async function countUnused(platform: Platform, session: SigningSession, unused: number): Promise<void> {
  const unusedSignatures = session.unusedSignatures + unused;
  platform.log.warn({ sessionId: session.sessionId, unused }, 'the signing service sent signatures that fit nothing');
  await platform.database.transaction(session, (tx) =>
    updateUnlessStopped(tx, session.sessionId, { unusedSignatures }),
  );
}

async function fruitless(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const fruitlessCalls = session.fruitlessCalls + 1;
  const hopeless = fruitlessCalls >= MOST_FRUITLESS;
  const problem = hopeless
    ? 'Dịch vụ ký số nhiều lần trả về chữ ký không đúng. Hãy liên hệ nhà cung cấp rồi ký lại các học bạ còn thiếu.'
    : 'Dịch vụ ký số trả về chữ ký không đúng; hệ thống đang thử lại.';
  const ended = {
    state: 'failed' as const,
    finishedAt: platform.clock.now(),
    authorisation: null,
    authorisedUntil: null,
  };
  await platform.database.transaction(session, (tx) =>
    updateUnlessStopped(tx, session.sessionId, { fruitlessCalls, problem, ...(hopeless ? ended : {}) }),
  );
  return hopeless ? 'done' : { afterMs: 1000, problem };
}

async function authorisationOver(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const seal = session.slot === 'organisationSeal';
  await platform.database.transaction(session, (tx) =>
    updateUnlessStopped(tx, session.sessionId, {
      authorisation: null,
      authorisedUntil: null,
      providerRequest: null,
      ...(seal
        ? {
            state: 'failed' as const,
            problem: 'Đã hết thời gian mở con dấu. Hãy đóng dấu lại cho các học bạ còn thiếu.',
            finishedAt: platform.clock.now(),
          }
        : { state: 'requesting' as const }),
    }),
  );
  return seal ? 'done' : 'again';
}
