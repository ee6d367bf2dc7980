import type { Certificate } from './certificate.ts';
import type { CertificatePurpose } from './certificate-purpose.ts';

/** Why nobody needs to say whether a certificate was revoked. */
export type RevocationExemption = 'noRevAvail' | 'ocspNoCheck';

/**
 * Undefined: its revocation must be known. A responder is exempt only where it is judged as one.
 * @spec RFC 9608 4, RFC 6960 4.2.2.2.1
 */
export function revocationExemption(
  { extensions }: Certificate,
  purpose: CertificatePurpose | undefined,
): RevocationExemption | undefined {
  if (extensions.noRevAvail) return 'noRevAvail';
  return purpose === 'ocspSigning' && extensions.ocspNoCheck ? 'ocspNoCheck' : undefined;
}
