import { privateKeyFromPkcs8, signData } from '@hocba/signature/node';
import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { authorisationPurpose, withService } from './authorise-session.ts';
import { type Credential, findCredential } from './credential.store.ts';
import { finishSession } from './finish-session.ts';
import { matchSignatures, type SignedItem } from './match-signatures.ts';
import { dataToSign } from './prepared-item.ts';
import { listItems, type SigningItem, type SigningSession, updateSession } from './session.store.ts';
import { algorithmFor, signAlgorithmOid } from './signature-algorithm.ts';
import { storeSignatures } from './store-signatures.ts';
import { sealKeyPurpose } from './unlock-seal.ts';

/** One call to the signing service; small enough that progress is seen and a crash repeats little. */
const CHUNK = 100;

/** Signs the next documents of the list, keeping only signatures that verify. */
export async function signChunk(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const { items, credential } = await platform.database.transaction(session, async (tx) => ({
    items: await listItems(tx, { sessionId: session.sessionId, state: 'prepared', limit: CHUNK }),
    credential: await findCredential(tx, session.schoolId, session.staffId),
  }));
  if (items.length === 0) return platform.database.transaction(session, (tx) => finishSession(tx, platform, session));
  if (!credential) throw new Error('the credential was removed during the session');
  if (session.authorisedUntil === null || session.authorisedUntil <= platform.clock.now())
    return authorisationOver(platform, session);
  return credential.kind === 'pkcs12'
    ? keepAndGoOn(platform, session, sealItems(platform, session, { credential, items }))
    : withService(platform, { session, credential }, async (token, client) => {
        const algorithm = algorithmFor(credential.certificate);
        const values = await client.signHashes(token, {
          credentialId: credential.credentialId,
          sad: platform.secrets.open(session.authorisation ?? '', authorisationPurpose(session.sessionId)).toString(),
          hashes: digestsOf(items),
          signAlgorithmOid: signAlgorithmOid(algorithm),
        });
        return keepAndGoOn(platform, session, await matchSignatures({ credential, items, algorithm }, values));
      });
}

interface Chunk {
  readonly credential: Credential;
  readonly items: readonly SigningItem[];
}

/** A key at hand signs the data itself: ECDSA over a finished digest is not to be had from node:crypto. */
function sealItems(platform: Platform, session: SigningSession, chunk: Chunk): SignedItem[] {
  const pkcs8 = platform.secrets.open(session.authorisation ?? '', sealKeyPurpose(session.schoolId));
  const key = privateKeyFromPkcs8(pkcs8);
  const algorithm = algorithmFor(chunk.credential.certificate);
  return chunk.items.flatMap((item) =>
    item.prepared ? [{ item, value: signData(key, algorithm, dataToSign(item.prepared)) }] : [],
  );
}

function digestsOf(items: readonly SigningItem[]): Uint8Array[] {
  return items.map((item) => {
    if (!item.digest) throw new Error('an item without digest reached signing');
    return item.digest;
  });
}

/** At least one new signature, or a pause before the service is asked again. */
async function keepAndGoOn(
  platform: Platform,
  session: SigningSession,
  signed: readonly SignedItem[],
): Promise<WorkOutcome> {
  if (signed.length === 0) return { afterMs: 1000, problem: 'no returned signature verified' };
  await storeSignatures(platform, session, signed);
  return 'again';
}

async function authorisationOver(platform: Platform, session: SigningSession): Promise<WorkOutcome> {
  const seal = session.slot === 'organisationSeal';
  await platform.database.transaction(session, (tx) =>
    updateSession(tx, session.sessionId, {
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
