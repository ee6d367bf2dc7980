import { type Conclusion, indeterminateWith, passed, warning } from './conclusion.ts';
import { problemConclusion } from './evidence-problems.ts';
import type { SignatureEvidence } from './signature-evidence.ts';

/**
 * Whether it is known whose certificate the signature is to be checked with. A form older than the baseline binds none:
 * the certificate whose key fits is taken, and that is said. @spec EN 319 102-1 5.2.3
 */
export function identifySigningCertificate(evidence: SignatureEvidence): Conclusion {
  const found = problemConclusion(evidence, 'NO_SIGNING_CERTIFICATE_FOUND');
  if (found !== undefined) return found;
  if (evidence.signingCertificate === undefined) {
    const reason = { code: 'signing-certificate-missing', detail: 'nothing carried or given fits the signature' };
    return indeterminateWith('NO_SIGNING_CERTIFICATE_FOUND', reason);
  }
  if (evidence.signingCertificateBound) return passed;
  const detail = 'the signed properties do not name the certificate';
  return { ...passed, findings: [warning('signing-certificate-not-bound', detail)] };
}
