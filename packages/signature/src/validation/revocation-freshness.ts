import type { ValidationPolicy } from '../crypto-policy/index.ts';
import type { RevocationEvidence } from '../revocation/index.ts';

/** A response without nextUpdate says that newer ones are always to be had: it ages quickly. */
const ageWithoutNextUpdate = 86_400_000;

/** Whether revocation data is new enough to speak for a time. @spec EN 319 102-1 5.2.5 */
export function isFresh(data: RevocationEvidence, at: number, policy: ValidationPolicy): boolean {
  return at <= freshUntil(data, policy);
}

/** The last time the data may still speak for: its age there is the greatest the policy, or its issuer, accepts. */
export function freshUntil({ thisUpdate, nextUpdate }: RevocationEvidence, policy: ValidationPolicy): number {
  if (policy.revocationFreshness !== undefined) return thisUpdate + policy.revocationFreshness;
  return nextUpdate ?? thisUpdate + ageWithoutNextUpdate;
}
