import type { Certificate } from './certificate.ts';
import { keyPurposeOid } from './object-identifiers.ts';

/** What a certificate is used for where it is checked. */
export type CertificatePurpose = 'documentSigning' | 'timeStamping' | 'ocspSigning' | 'messageSigning' | 'any';

/**
 * Purposes under which Vietnamese authorities issue certificates for signing: few have document signing itself, most say
 * client authentication and e-mail protection.
 */
const signingPurposes: ReadonlySet<string> = new Set([
  keyPurposeOid.any,
  keyPurposeOid.documentSigning,
  keyPurposeOid.emailProtection,
  keyPurposeOid.clientAuth,
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
]);

export function servesPurpose(certificate: Certificate, purpose: CertificatePurpose): boolean {
  const { keyUsage, extendedKeyUsage } = certificate.extensions;
  const signs = keyUsage === undefined || keyUsage.has('digitalSignature') || keyUsage.has('nonRepudiation');
  switch (purpose) {
    case 'any':
      return true;
    case 'documentSigning':
      return signs && (extendedKeyUsage?.purposes.some((oid) => signingPurposes.has(oid)) ?? true);
    case 'messageSigning':
      return keyUsage?.has('digitalSignature') ?? true;
    case 'timeStamping':
      return signs && isSolePurpose(extendedKeyUsage, keyPurposeOid.timeStamping);
    case 'ocspSigning':
      return signs && (extendedKeyUsage?.purposes.includes(keyPurposeOid.ocspSigning) ?? false);
  }
}

/** A timestamping certificate must say so critically and say nothing else. @spec RFC 3161 2.3 */
function isSolePurpose(usage: Certificate['extensions']['extendedKeyUsage'], purpose: string): boolean {
  return usage?.critical === true && usage.purposes.length === 1 && usage.purposes[0] === purpose;
}
