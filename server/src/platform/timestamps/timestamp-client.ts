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

export interface TimestampClientOf {
  /** In order of preference. */
  readonly urls: readonly string[];
  readonly judge: CertificateJudge;
  /** How long an authority may take over an answer, and how long it is asked last after it failed; milliseconds. */
  readonly timeoutMs?: number;
  readonly restMs?: number;
}

/** One that failed rests for a while: a whole school does not wait for it at every signature. */
export function createTimestampClient({
  urls,
  judge,
  timeoutMs = 5_000,
  restMs = 60_000,
}: TimestampClientOf): TimestampClient {
  const restingUntil = new Map<string, number>();
  const rests = (url: string) => (restingUntil.get(url) ?? 0) > performance.now();
  return {
    timestamp: async (digest) => {
      const failures: string[] = [];
      for (const url of [...urls.filter((each) => !rests(each)), ...urls.filter(rests)]) {
        try {
          const token = await fromAuthority({ url, timeoutMs }, digest, judge);
          restingUntil.delete(url);
          return token;
        } catch (error) {
          restingUntil.set(url, performance.now() + restMs);
          failures.push(error instanceof Error ? error.message : String(error));
        }
      }
      throw new TimestampUnavailable(failures.join('; ') || 'no timestamp authority configured');
    },
  };
}

interface Authority {
  readonly url: string;
  readonly timeoutMs: number;
}

async function fromAuthority(
  { url, timeoutMs }: Authority,
  digest: Uint8Array,
  judge: CertificateJudge,
): Promise<Uint8Array> {
  const nonce = randomBytes(16);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: Buffer.from(buildTimestampRequest(digest, nonce)),
    signal: AbortSignal.timeout(timeoutMs),
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
