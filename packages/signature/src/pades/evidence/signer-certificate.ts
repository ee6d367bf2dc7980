import { sameName } from '../../certificate/distinguished-name.ts';
import { type Certificate, parseCertificate } from '../../certificate/index.ts';
import { attributeOid, type SignerInfo, soleAttributeValue } from '../../cms/index.ts';
import { namesCertificate, namesCertificateV1 } from '../../cms/signing-certificate.ts';
import type { CryptoPort } from '../../crypto/index.ts';

export interface SignerCertificate {
  readonly certificate: Certificate;
  /** Named by the signing-certificate attribute, of the first or the second edition. */
  readonly bound: boolean;
}

/**
 * The certificate the signature was made with: one the signer identifier fits and, where signing-certificate stands among
 * the signed attributes, one it names. Undefined when none is carried, or the attribute names another.
 * @spec EN 319 102-1 5.2.3.4
 */
export function signerCertificate(
  signer: SignerInfo,
  offered: readonly Uint8Array[],
  crypto: CryptoPort,
): SignerCertificate | undefined {
  const fitting = offered.flatMap(readable).filter((certificate) => isNamed(signer, certificate));
  const names = bindingOf(signer, crypto);
  if (names === undefined) return fitting[0] && { certificate: fitting[0], bound: false };
  const certificate = fitting.find(names);
  return certificate && { certificate, bound: true };
}

export function isBindingPresent({ signedAttributes }: SignerInfo): boolean {
  const { signingCertificate, signingCertificateV2 } = attributeOid;
  return signedAttributes.some(({ oid }) => oid === signingCertificate || oid === signingCertificateV2);
}

/** How the attribute tells whether it means a certificate; undefined when there is none. */
function bindingOf(signer: SignerInfo, crypto: CryptoPort): ((certificate: Certificate) => boolean) | undefined {
  if (!isBindingPresent(signer)) return undefined;
  const second = soleAttributeValue(signer.signedAttributes, attributeOid.signingCertificateV2);
  const first = soleAttributeValue(signer.signedAttributes, attributeOid.signingCertificate);
  return (certificate) => {
    try {
      if (second !== undefined) return namesCertificate(second, certificate, crypto);
      return first !== undefined && namesCertificateV1(first, certificate, crypto);
    } catch {
      return false;
    }
  };
}

function isNamed({ signer }: SignerInfo, certificate: Certificate): boolean {
  return 'issuer' in signer
    ? certificate.serialNumber === signer.serialNumber && sameName(certificate.issuer, signer.issuer)
    : certificate.extensions.subjectKeyIdentifier === signer.subjectKeyIdentifier;
}

function readable(der: Uint8Array): readonly Certificate[] {
  try {
    return [parseCertificate(der)];
  } catch {
    return [];
  }
}
