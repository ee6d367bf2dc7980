import { createHash } from 'node:crypto';
import { readCredentialInfo, readSignatures } from './csc-answers.ts';
import { openApprovals } from './open-approvals.ts';
import { postJson, type ServiceAnswer, ServiceError } from './service-http.ts';
import { type AuthorisationWish, refusalOf, type SigningService } from './signing-service.ts';

const SHA256_OID = '2.16.840.1.101.3.4.2.1';
const EARLY_MS = 30_000;
/** `authorize` answers when the signatory has: their phone gives them some minutes. */
const ANSWER_TIMEOUT_MS = 330_000;

export interface RasAccount {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly profileId: string;
}

/** CSC API v1 behind the login of ADSS RAS, as simulators/signing-ras-v1/contract.md reads it; `access` is the person's name at the service. */
export function createCscV1Client(account: RasAccount): SigningService {
  const base = `${account.url.replace(/\/$/, '')}/adss/service/ras`;
  const post = loggedIn(base, account);
  const approvals = openApprovals();
  return {
    listCredentials: async (userId) => {
      const ids = (await post({ userId, path: 'credentials/list', body: {} })).body['credentialIDs'];
      if (!Array.isArray(ids)) throw new ServiceError('invalid_answer', 'credentialIDs missing');
      return Promise.all(
        ids.map(async (id) => {
          const body = { credentialID: String(id), certificates: 'chain' };
          return readCredentialInfo(String(id), (await post({ userId, path: 'credentials/info', body })).body);
        }),
      );
    },
    requestAuthorisation: async (userId, wish) => {
      const body = authoriseBody(wish);
      const name = createHash('sha256').update(`${userId} ${wish.credentialId} ${wish.root}`).digest('hex');
      const authorise = () =>
        post({ userId, path: 'credentials/authorize', body, timeoutMs: ANSWER_TIMEOUT_MS }).then(approvalOf, refused);
      await approvals.begin(name, authorise);
      return name;
    },
    checkAuthorisation: async (_userId, request) => approvals.look(request),
    signHashes: async (userId, request) => {
      const body = {
        credentialID: request.credentialId,
        SAD: request.sad,
        hash: request.hashes.map(base64),
        hashAlgo: SHA256_OID,
        signAlgo: request.signAlgorithmOid,
      };
      return readSignatures((await post({ userId, path: 'signatures/signHash', body })).body);
    },
  };
}

function authoriseBody(wish: AuthorisationWish): object {
  return {
    credentialID: wish.credentialId,
    numSignatures: wish.hashes.length,
    hash: wish.hashes.map(base64),
    hashAlgo: SHA256_OID,
    documents: wish.labels.map((label, index) => ({ document_id: index + 1, document_name: label })),
    description: wish.description,
  };
}

function approvalOf({ body }: ServiceAnswer) {
  if (typeof body['SAD'] !== 'string') throw new ServiceError('invalid_answer', 'SAD missing');
  return { state: 'approved' as const, sad: body['SAD'], expiresInSeconds: Number(body['expiresIn'] ?? 3600) };
}

function refused(error: unknown) {
  if (!(error instanceof ServiceError) || error.code !== 'access_denied') throw error;
  return refusalOf(error.status === 'expired' ? 'expired' : 'rejected');
}

interface LoggedInCall {
  readonly userId: string;
  readonly path: string;
  readonly body: object;
  readonly timeoutMs?: number;
}

/** Calls with the person's token; one the service no longer takes is fetched anew, once. */
function loggedIn(base: string, { clientId, clientSecret, profileId }: RasAccount) {
  const tokens = new Map<string, { readonly token: string; readonly until: number }>();
  const tokenOf = async (userId: string) => {
    const kept = tokens.get(userId);
    if (kept && kept.until > performance.now()) return kept.token;
    const login = { client_id: clientId, client_secret: clientSecret, user_id: userId, profile_id: profileId };
    const { body } = await postJson({ url: `${base}/v1/login`, body: login });
    const token = String(body['access_token'] ?? '');
    if (token === '') throw new ServiceError('invalid_answer', 'access_token missing');
    const life = Number(body['expires_in'] ?? 60) * 1000 - EARLY_MS;
    tokens.set(userId, { token, until: performance.now() + Math.max(0, life) });
    return token;
  };
  return async ({ userId, path, ...call }: LoggedInCall): Promise<ServiceAnswer> => {
    const send = async () => postJson({ url: `${base}/csc/v1/${path}`, token: await tokenOf(userId), ...call });
    return send().catch((error: unknown) => {
      if (!(error instanceof ServiceError) || error.code !== 'invalid_token') throw error;
      tokens.delete(userId);
      return send();
    });
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
