import type { Certificate } from '../certificate/certificate.ts';
import { type Conclusion, indeterminateWith, isoTime, passed } from './conclusion.ts';
import { type WeakMaterial, weakRevocationData, weakSignature } from './crypto-constraints.ts';
import type { ProofsOfExistence } from './proofs-of-existence.ts';
import { type ProspectivePath, trustedUntil } from './prospective-path.ts';
import { freshUntil } from './revocation-freshness.ts';
import type { ValidationEnvironment } from './validation-context.ts';

export interface SlidingResult extends Conclusion {
  /** Up to when the whole path could be relied on, epoch milliseconds. */
  readonly controlTime: number;
}

/**
 * Slides back from now, certificate by certificate from the anchor down, to a time at which nothing of a path was yet
 * revoked, unknown or weak. How old revocation data may be counts against what is to be proven, not against the data about
 * the certificates below: an archive cannot fetch new lists of authorities that no longer run. Where the policy says how
 * fresh it must be, both. @spec EN 319 102-1 5.6.2.2.4
 */
export function slideValidationTime(
  prospect: ProspectivePath,
  proofs: ProofsOfExistence,
  environment: ValidationEnvironment,
): SlidingResult {
  const { policy, at } = environment;
  let controlTime = trustedUntil(prospect.trust, at);
  let freshest = controlTime;
  for (const [i, certificate] of [...prospect.path.slice(0, -1).entries()].toReversed()) {
    const issuer = prospect.path[i + 1] ?? certificate;
    const known = (der: Uint8Array) => proofs.ofObject(der) <= controlTime;
    const newest = prospect.answers[i]?.data.find(
      ({ thisUpdate, object }) => thisUpdate < controlTime && known(object.der) && known(certificate.der),
    );
    if (newest === undefined && prospect.answers[i]?.exempt) continue;
    if (newest === undefined) return { ...noProof(certificate, controlTime), controlTime };
    if (newest.revoked === undefined) freshest = Math.min(freshest, freshUntil(newest, policy));
    if (policy.revocationFreshness !== undefined) controlTime = Math.min(controlTime, freshest);
    if (newest.revoked !== undefined) controlTime = Math.min(controlTime, newest.revoked.at - 1);
    const weak = [
      ...weakSignature(certificate, { by: issuer, what: certificate.subject.text }, { at: controlTime, policy }),
      ...weakRevocationData(newest, controlTime, policy),
    ];
    controlTime = Math.min(controlTime, ...weak.map(lastGoodTime));
  }
  return { ...passed, controlTime: Math.min(controlTime, freshest) };
}

/** Step d). What never was good has no such time. */
function lastGoodTime({ until }: WeakMaterial): number {
  return until === undefined ? Number.NEGATIVE_INFINITY : until - 1;
}

function noProof(certificate: Certificate, controlTime: number): Conclusion {
  const detail = `no revocation data about ${certificate.subject.text} known to exist by ${isoTime(controlTime)}`;
  return indeterminateWith('NO_POE', { code: 'revocation-not-proven-in-time', detail });
}
