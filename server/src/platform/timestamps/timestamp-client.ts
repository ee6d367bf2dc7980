import { randomBytes } from 'node:crypto';
import { buildTimestampRequest, checkTimestampToken, parseTimestampResponse } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import type { CertificateJudge } from '../certificates/certificate-judge.ts';

/** Asks timestamp authorities in order until one answers with a token that verifies. */
export interface TimestampClient {
  /** Token (DER) over the SHA-256 `digest`. @throws TimestampUnavailable when no authority answers; nothing is faked. */
  timestamp(digest: Uint8Array): Promise<Uint8Array>;
}

export class TimestampUnavailable extends Error {}

const TIMEOUT_MS = 5000;

export function createTimestampClient(urls: readonly string[], judge: CertificateJudge): TimestampClient {
  return {
    timestamp: async (digest) => {
      const failures: string[] = [];
      for (const url of urls) {
        try {
          return await fromAuthority(url, digest, judge);
        } catch (error) {
          failures.push(error instanceof Error ? error.message : String(error));
        }
      }
      throw new TimestampUnavailable(failures.join('; ') || 'no timestamp authority configured');
    },
  };
}

async function fromAuthority(url: string, digest: Uint8Array, judge: CertificateJudge): Promise<Uint8Array> {
  const nonce = randomBytes(16);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: Buffer.from(buildTimestampRequest(digest, nonce)),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
  const { der: token } = parseTimestampResponse(new Uint8Array(await answer.arrayBuffer()), { digest, nonce });
  const report = await checkTimestampToken({
    token,
    imprintOf: { digest },
    nonce,
    anchors: judge.trusted.anchors,
    intermediates: judge.trusted.intermediates,
    crls: await judge.revocation.crls(),
    crypto: nodeCrypto,
  });
  if (report.indication !== 'passed')
    throw new Error(`${url}: token ${report.indication} ${report.subIndication ?? ''}`);
  return token;
}
