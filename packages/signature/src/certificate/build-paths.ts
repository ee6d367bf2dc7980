import type { CryptoPort } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import type { Certificate } from './certificate.ts';
import { isSignedBy, mayBeIssuedBy } from './issued-by.ts';

const longestPath = 8;
/** Crossed certifications can make paths explode; no real store needs more tries. */
const mostTries = 200;

export interface CertificateStore {
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
}

/**
 * Every path from the leaf to an anchor whose signatures are right, leaf first, anchor last, shortest tries first. A leaf
 * that is itself an anchor is a path of one.
 */
export async function buildPaths(
  leaf: Certificate,
  { anchors, intermediates }: CertificateStore,
  crypto: CryptoPort,
): Promise<readonly (readonly Certificate[])[]> {
  const complete: (readonly Certificate[])[] = [];
  let unfinished: (readonly Certificate[])[] = [[leaf]];
  let tries = 0;
  while (unfinished.length > 0) {
    const longer: (readonly Certificate[])[] = [];
    for (const path of unfinished) {
      const top = path.at(-1);
      if (top === undefined || ++tries > mostTries) return complete;
      if (isAmong(top, anchors)) complete.push(path);
      else if (path.length < longestPath) longer.push(...(await extend(path, top)));
    }
    unfinished = longer;
  }
  return complete;

  async function extend(path: readonly Certificate[], top: Certificate): Promise<(readonly Certificate[])[]> {
    const above: (readonly Certificate[])[] = [];
    const candidates = new Set([...anchors, ...intermediates.filter((one) => !isAmong(one, anchors))]);
    for (const candidate of candidates) {
      if (!mayBeIssuedBy(top, candidate) || isAmong(candidate, path)) continue;
      if (await isSignedBy(top, candidate, crypto)) above.push([...path, candidate]);
    }
    return above;
  }
}

function isAmong(certificate: Certificate, others: readonly Certificate[]): boolean {
  return others.some((other) => equalBytes(other.der, certificate.der));
}
