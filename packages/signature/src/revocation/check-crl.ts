import type { Certificate } from '../certificate/certificate.ts';
import { sameName } from '../certificate/distinguished-name.ts';
import { defined } from '../certificate/extensions.ts';
import { isSignedBy } from '../certificate/issued-by.ts';
import type { CryptoPort } from '../crypto/index.ts';
import type { Crl } from './crl.ts';
import { type EvidenceCheck, timelinessProblem } from './evidence.ts';

export interface CrlCheckInput {
  readonly crl: Crl;
  readonly certificate: Certificate;
  /** Who issued the certificate; only lists it signed itself are accepted. */
  readonly issuer: Certificate;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly crypto: CryptoPort;
}

/** Whether the list may speak about the certificate at that time, and what it says. @spec RFC 5280 6.3 */
export async function checkCrl({ crl, certificate, issuer, at, crypto }: CrlCheckInput): Promise<EvidenceCheck> {
  const problem = scopeProblem(crl, certificate, issuer) ?? timelinessProblem(crl, certificate, at);
  if (problem !== undefined) return { usable: false, problem: `CRL: ${problem}` };
  if (!(await isSignedBy(crl, issuer, crypto))) return { usable: false, problem: 'CRL: signature wrong' };
  const entry = crl.entries.get(certificate.serialNumber);
  const isRevoked = entry !== undefined && entry.reason !== 'removeFromCRL';
  const { thisUpdate, nextUpdate } = crl;
  const revoked = isRevoked ? { at: entry.revokedAt, reason: entry.reason } : undefined;
  return { usable: true, evidence: { source: 'crl', thisUpdate, ...defined({ nextUpdate, revoked }) } };
}

function scopeProblem(crl: Crl, certificate: Certificate, issuer: Certificate): string | undefined {
  if (crl.unsupported !== undefined) return crl.unsupported;
  if (!sameName(crl.issuer, certificate.issuer) || !sameName(crl.issuer, issuer.subject)) return 'of another issuer';
  const { keyUsage, subjectKeyIdentifier } = issuer.extensions;
  if (keyUsage !== undefined && !keyUsage.has('crlSign')) return 'issuer may not sign lists';
  const key = crl.authorityKeyIdentifier;
  if (key !== undefined && subjectKeyIdentifier !== undefined && key !== subjectKeyIdentifier) return 'of another key';
  if (crl.nextUpdate === undefined) return 'without nextUpdate';
  return pointProblem(crl, certificate);
}

function pointProblem({ issuingDistributionPoint: point }: Crl, certificate: Certificate): string | undefined {
  if (point === undefined) return undefined;
  const isAuthority = certificate.extensions.basicConstraints?.ca === true;
  if (point.onlyUserCertificates && isAuthority) return 'only for users';
  if (point.onlyAuthorityCertificates && !isAuthority) return 'only for authorities';
  const { crlUrls } = certificate.extensions;
  const matches = point.urls.length === 0 || point.urls.some((url) => crlUrls.includes(url));
  return matches ? undefined : 'of another distribution point';
}
