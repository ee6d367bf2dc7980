import { CscError, postJson } from './csc-http.ts';

/** What a remote signing service says of a credential. */
export interface CscCredential {
  readonly credentialId: string;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly enabled: boolean;
  readonly multisign: number;
}

export interface AuthorisationWish {
  readonly credentialId: string;
  readonly hashes: readonly Uint8Array[];
  readonly labels: readonly string[];
  /** SHA-256, hex, over the hashes one after the other: shown on both screens. */
  readonly root: string;
  readonly description: string;
}

export type AuthorisationAnswer =
  | { readonly state: 'pending' }
  | { readonly state: 'refused'; readonly sentence: string }
  | { readonly state: 'approved'; readonly sad: string; readonly expiresInSeconds: number };

export interface SignHashes {
  readonly credentialId: string;
  readonly sad: string;
  readonly hashes: readonly Uint8Array[];
  readonly signAlgorithmOid: string;
}

const SHA256_OID = '2.16.840.1.101.3.4.2.1';

/** CSC API v2 as docs of the Cloud Signature Consortium and simulators/remote-signing/contract.md describe it. */
export function createCscClient(baseUrl: string) {
  const api = `${baseUrl.replace(/\/$/, '')}/csc/v2`;
  const post = (path: string, token: string, body: object) => postJson(`${api}/${path}`, body, token);
  return {
    async listCredentials(token: string): Promise<CscCredential[]> {
      const { body } = await post('credentials/list', token, {});
      const ids = body['credentialIDs'];
      if (!Array.isArray(ids)) throw new CscError('invalid_answer', 'credentialIDs missing');
      return Promise.all(ids.map((id) => credentialInfo(post, token, String(id))));
    },
    /** Asks the signatory's device; the answer is fetched with `checkAuthorisation`. */
    async requestAuthorisation(token: string, wish: AuthorisationWish): Promise<string> {
      const hashes = wish.hashes.map(base64);
      const documents = hashes.map((hash, index) => ({ hash, label: wish.labels[index] ?? '' }));
      const { body } = await post('credentials/authorize', token, {
        credentialID: wish.credentialId,
        numSignatures: hashes.length,
        hashes,
        hashAlgorithmOID: SHA256_OID,
        description: wish.description,
        clientData: JSON.stringify({ documents, root: wish.root }),
        operationMode: 'A',
      });
      if (typeof body['responseID'] !== 'string') throw new CscError('invalid_answer', 'responseID missing');
      return body['responseID'];
    },
    async checkAuthorisation(token: string, responseId: string): Promise<AuthorisationAnswer> {
      try {
        const { status, body } = await post('credentials/authorizeCheck', token, { responseID: responseId });
        if (status === 202 || typeof body['SAD'] !== 'string') return { state: 'pending' };
        return { state: 'approved', sad: body['SAD'], expiresInSeconds: Number(body['expiresIn'] ?? 3600) };
      } catch (error) {
        if (!(error instanceof CscError) || error.code !== 'access_denied') throw error;
        const late = error.status === 'expired';
        return {
          state: 'refused',
          sentence: late ? 'Đã quá thời gian xác nhận trên điện thoại.' : 'Người ký đã từ chối trên điện thoại.',
        };
      }
    },
    /** Signatures in the order of `hashes`; the caller verifies each before believing the order. */
    async signHashes(token: string, request: SignHashes): Promise<Uint8Array[]> {
      const { body } = await post('signatures/signHash', token, {
        credentialID: request.credentialId,
        SAD: request.sad,
        hashes: request.hashes.map(base64),
        hashAlgorithmOID: SHA256_OID,
        signAlgo: request.signAlgorithmOid,
      });
      const signatures = body['signatures'];
      if (!Array.isArray(signatures)) throw new CscError('invalid_answer', 'signatures missing');
      return signatures.map((text) => Buffer.from(String(text), 'base64'));
    },
  };
}

export type CscClient = ReturnType<typeof createCscClient>;

type Post = (path: string, token: string, body: object) => ReturnType<typeof postJson>;

async function credentialInfo(post: Post, token: string, credentialId: string): Promise<CscCredential> {
  const { body } = await post('credentials/info', token, { credentialID: credentialId, certificates: 'chain' });
  const cert = body['cert'] as { status?: string; certificates?: string[] } | undefined;
  const key = body['key'] as { status?: string } | undefined;
  const [leaf, ...chain] = (cert?.certificates ?? []).map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  if (!leaf) throw new CscError('invalid_answer', `credential ${credentialId} has no certificate`);
  return {
    credentialId,
    certificate: leaf,
    chain,
    enabled: key?.status === 'enabled',
    multisign: Number(body['multisign'] ?? 1),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
