import type { Certificate } from '../certificate/certificate.ts';
import type { ValidationPolicy } from '../crypto-policy/validation-policy.ts';
import type { Crl } from './crl.ts';
import type { OcspResponse } from './ocsp-response.ts';
import type { RevocationReason } from './revocation-reason.ts';

/** What one CRL or OCSP response says about one certificate, after its own signature and authority were checked. */
export interface RevocationEvidence {
  readonly source: 'crl' | 'ocsp';
  /** Epoch milliseconds. */
  readonly thisUpdate: number;
  readonly nextUpdate?: number;
  readonly revoked?: { readonly at: number; readonly reason: RevocationReason };
  /** For which reasons it speaks, bit positions of ReasonFlags; absent: for every reason. */
  readonly reasons?: ReadonlySet<number>;
  /** Who signed it. */
  readonly signer: Certificate;
  readonly object: Crl | OcspResponse;
}

export type EvidenceCheck =
  | { readonly usable: true; readonly evidence: RevocationEvidence }
  | { readonly usable: false; readonly problem: string };

/** When evidence is asked to speak. */
export interface EvidenceTimes {
  /** The time asked about, epoch milliseconds. */
  readonly at: number;
  /** Now: evidence from later than this does not exist yet. */
  readonly now?: number;
  /** The oldest it may be at the time asked about, milliseconds; absent: as its own nextUpdate says. */
  readonly freshness?: number;
  /** Which algorithms were good enough when; the default policy unless given. */
  readonly algorithms?: Pick<ValidationPolicy, 'digests' | 'keys'>;
}

export interface EvidenceDates {
  readonly thisUpdate: number;
  readonly nextUpdate?: number;
  /** Certificates that expired since then are still spoken of, epoch milliseconds. */
  readonly keepsExpiredSince?: number;
}

/** Said of evidence that would have to be older: nothing newer will ever help. */
export const afterExpiry = 'evidence from after the certificate expired';

/** A response without nextUpdate says that newer ones are always to be had: it ages quickly. */
const ageWithoutNextUpdate = 86_400_000;

/**
 * Whether evidence can speak for a time: it was in force then, or came later while the certificate still ran (afterwards
 * authorities drop certificates from their lists, unless they say otherwise). A list from before the certificate is in
 * force like any other until its nextUpdate. @spec EN 319 102-1 5.2.5, RFC 5280 6.3.3
 */
export function timelinessProblem(
  { thisUpdate, nextUpdate = thisUpdate + ageWithoutNextUpdate, keepsExpiredSince }: EvidenceDates,
  certificate: Certificate,
  { at, now, freshness }: EvidenceTimes,
): string | undefined {
  if (nextUpdate < thisUpdate) return 'nextUpdate before thisUpdate';
  if (now !== undefined && thisUpdate > now) return 'evidence not valid yet';
  const kept = keepsExpiredSince !== undefined && keepsExpiredSince <= certificate.notAfter;
  if (thisUpdate > certificate.notAfter && !kept) return afterExpiry;
  if (thisUpdate > at) return undefined;
  if (freshness !== undefined && at - thisUpdate > freshness) return 'evidence not fresh enough';
  return at > nextUpdate ? 'evidence too old' : undefined;
}
