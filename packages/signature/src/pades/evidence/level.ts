import { attributeOid } from '../../cms/index.ts';
import type { SignatureEvidence, TimestampEvidence } from '../../validation/signature-evidence.ts';
import type { SignatureClaims } from '../signature-value.ts';
import type { CmsEvidence } from './cms-evidence.ts';
import type { DocumentTimestamp } from './document-timestamps.ts';
import type { SecurityStore } from './security-store.ts';

export interface LevelInput {
  readonly claims: SignatureClaims;
  readonly cms: CmsEvidence;
  readonly timestamps: readonly TimestampEvidence[];
  /** Document timestamps that cover the signature. */
  readonly later: readonly DocumentTimestamp[];
  readonly store: SecurityStore;
}

/** The highest level the signature has the form of; whether what it holds is any good is not asked. @spec EN 319 142-1 6.3 */
export function levelOf({ claims, cms, timestamps, later, store }: LevelInput): SignatureEvidence['level'] {
  if (!isBaseline(claims, cms)) return 'below-baseline';
  if (!timestamps.some(({ kind }) => kind === 'signature' || kind === 'document')) return 'B-B';
  if (!hasRevocation(store)) return 'B-T';
  return later.some((timestamp) => hasRevocation(timestamp.store)) ? 'B-LTA' : 'B-LT';
}

function isBaseline({ subFilter, claimedTime }: SignatureClaims, { bound, signer }: CmsEvidence): boolean {
  const oids = signer?.signedAttributes.map(({ oid }) => oid) ?? [];
  const names = [attributeOid.contentType, attributeOid.messageDigest] as const;
  return (
    subFilter === 'ETSI.CAdES.detached' &&
    claimedTime !== undefined &&
    bound &&
    names.every((name) => oids.includes(name))
  );
}

function hasRevocation({ crls, ocsps }: SecurityStore): boolean {
  return crls.length + ocsps.length > 0;
}
