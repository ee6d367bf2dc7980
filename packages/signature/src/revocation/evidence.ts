import type { Certificate } from '../certificate/certificate.ts';
import type { RevocationReason } from './revocation-reason.ts';

/** What one CRL or OCSP response says about one certificate, after its own signature and authority were checked. */
export interface RevocationEvidence {
  readonly source: 'crl' | 'ocsp';
  /** Epoch milliseconds. */
  readonly thisUpdate: number;
  readonly nextUpdate?: number;
  readonly revoked?: { readonly at: number; readonly reason: RevocationReason };
}

export type EvidenceCheck =
  | { readonly usable: true; readonly evidence: RevocationEvidence }
  | { readonly usable: false; readonly problem: string };

/** Said of evidence that would have to be older: nothing newer will ever help. */
export const afterExpiry = 'evidence from after the certificate expired';

/** A response without nextUpdate says that newer ones are always to be had: it ages quickly. */
const ageWithoutNextUpdate = 86_400_000;

/**
 * Whether evidence can speak for a time: it was in force then, or came later while the certificate still ran (afterwards
 * authorities drop certificates from their lists). @spec EN 319 102-1 5.2.5, RFC 5280 6.3.3
 */
export function timelinessProblem(
  evidence: Pick<RevocationEvidence, 'thisUpdate' | 'nextUpdate'>,
  certificate: Certificate,
  at: number,
): string | undefined {
  const { thisUpdate, nextUpdate = thisUpdate + ageWithoutNextUpdate } = evidence;
  if (nextUpdate < thisUpdate) return 'nextUpdate before thisUpdate';
  if (thisUpdate < certificate.notBefore) return 'evidence older than the certificate';
  if (thisUpdate > certificate.notAfter) return afterExpiry;
  return thisUpdate <= at && at > nextUpdate ? 'evidence too old' : undefined;
}
