import { everyReason } from './crl-scope.ts';
import type { RevocationEvidence } from './evidence.ts';

export interface CombinedEvidence {
  /** What decides: a revocation by the time asked about, or the last word still needed for every reason. */
  readonly decisive?: RevocationEvidence;
  /** A revocation after that time. */
  readonly later?: RevocationEvidence['revoked'];
  /** Some reasons are spoken for, not all. */
  readonly incomplete: boolean;
}

/**
 * What all usable evidence adds up to: newest first until every reason is spoken for; a revocation ends it. Evidence about
 * some reasons only leaves open what the others say. @spec RFC 5280 6.3.3 (e), (l)
 */
export function combineEvidence(all: readonly RevocationEvidence[], at: number): CombinedEvidence {
  const covered = new Set<number>();
  let later: RevocationEvidence['revoked'];
  for (const evidence of all.toSorted(newestFirst)) {
    const reasons = [...(evidence.reasons ?? everyReason)].filter((reason) => !covered.has(reason));
    if (reasons.length === 0) continue;
    const { revoked } = evidence;
    if (revoked !== undefined && revoked.at <= at) return { decisive: evidence, incomplete: false };
    later ??= revoked;
    for (const reason of reasons) covered.add(reason);
    if (covered.size === everyReason.size) return { decisive: evidence, ...(later && { later }), incomplete: false };
  }
  return { incomplete: covered.size > 0 };
}

/** Of two equally new ones the revocation comes first. */
export function newestFirst(a: RevocationEvidence, b: RevocationEvidence): number {
  return b.thisUpdate - a.thisUpdate || Number(b.revoked !== undefined) - Number(a.revoked !== undefined);
}
