import { randomBytes } from 'node:crypto';
import { buildOcspRequest, type Certificate } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import type { Clock } from '../clock.ts';

const TIMEOUT_MS = 5000;
const CRL_FRESH_MS = 60_000;

/** Fresh revocation evidence, fetched; what cannot be fetched is simply absent, and then nothing is judged good. */
export interface RevocationSource {
  /** A fresh OCSP answer about one certificate. */
  ocsp(certificate: Certificate, issuer: Certificate): Promise<Uint8Array | undefined>;
  /** Lists at most a minute old. */
  crls(): Promise<readonly Uint8Array[]>;
}

export interface RevocationAddresses {
  readonly ocspUrl: string;
  readonly crlUrls: readonly string[];
}

export function createRevocationSource(addresses: RevocationAddresses, clock: Clock): RevocationSource {
  const kept = new Map<string, { at: number; bytes: Uint8Array }>();
  const fetchCrl = async (url: string): Promise<Uint8Array | undefined> => {
    const now = clock.now().getTime();
    const known = kept.get(url);
    if (known && now - known.at < CRL_FRESH_MS) return known.bytes;
    const bytes = await fetchBytes(url);
    if (bytes) kept.set(url, { at: now, bytes });
    return bytes;
  };
  return {
    ocsp: (certificate, issuer) => {
      const request = buildOcspRequest({ certificate, issuer, nonce: randomBytes(16), crypto: nodeCrypto });
      return fetchBytes(addresses.ocspUrl, { contentType: 'application/ocsp-request', body: request });
    },
    crls: async () => (await Promise.all(addresses.crlUrls.map(fetchCrl))).filter((each) => each !== undefined),
  };
}

async function fetchBytes(
  url: string,
  post?: { contentType: string; body: Uint8Array },
): Promise<Uint8Array | undefined> {
  const init = post
    ? { method: 'POST', headers: { 'content-type': post.contentType }, body: Buffer.from(post.body) }
    : { method: 'GET' };
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}
