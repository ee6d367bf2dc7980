import { type Certificate, type PathReport, parseCertificate, toHex, validatePath } from '@hocba/signature';
import type { VerifyContext } from '../context.ts';

export interface PathQuestion {
  readonly leaf: Certificate;
  /** Certificates that came with the signature, DER: hints, never trust. */
  readonly chain: readonly Uint8Array[];
  readonly at: number;
  readonly timeProven: boolean;
}

const mostKept = 4_000;

/** Path and revocation of a certificate at a time; asked once for equal certificates, hints and time under one trust. */
export function pathAt(question: PathQuestion, { trust }: VerifyContext): Promise<PathReport> {
  const { leaf, chain, at, timeProven } = question;
  const { anchors, crls, ocsps, crypto, paths } = trust;
  const digests = [leaf.der, ...chain].map((der) => toHex(crypto.digest('sha-256', der)));
  const key = [...digests, at, timeProven].join(' ');
  const known = paths.get(key);
  if (known) return known;
  if (paths.size >= mostKept) paths.clear();
  const hints = chain.flatMap((der) => readable(der));
  const intermediates = [...new Set([...hints, ...trust.intermediates])].filter((one) => one !== leaf);
  const answer = validatePath({ leaf, intermediates, anchors, at, timeProven, crls, ocsps, crypto });
  paths.set(key, answer);
  return answer;
}

function readable(der: Uint8Array): readonly Certificate[] {
  try {
    return [parseCertificate(der)];
  } catch {
    return [];
  }
}
