import { type Certificate, parseCertificate } from '../certificate/index.ts';
import { type CryptoPort, type SignatureAlgorithm, signatureAlgorithms } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import { placeOf } from '../xml/index.ts';
import { issuerSerial } from './issuer-serial.ts';
import type { ReadSignature } from './read-signature.ts';
import type { SigningCertificate } from './read-signed-properties.ts';
import type { XadesFinding, XadesFindingCode } from './report.ts';

export interface CertificateChoice {
  readonly certificate?: Certificate;
  readonly findings: readonly XadesFinding[];
}

/** Where a candidate came from: in KeyInfo it is a hint, from the caller it is knowledge. Neither is trust. */
interface Candidates {
  readonly inFile: readonly Uint8Array[];
  readonly known: readonly Uint8Array[];
}

/** The certificate that SigningCertificateV2 names; KeyInfo may only supply its bytes. @spec EN 319 132-1 5.2.2 */
export function chooseCertificate(
  signature: ReadSignature,
  known: readonly Uint8Array[],
  crypto: CryptoPort,
): CertificateChoice {
  const { signingCertificates, element } = signature.signedProperties;
  const [named] = signingCertificates;
  if (named === undefined) return { findings: [{ code: 'signing-certificate-not-stated', where: placeOf(element) }] };
  const candidates: Candidates = { inFile: signature.certificates, known };
  const der = [...candidates.inFile, ...candidates.known].find((one) => matches(one, named, crypto));
  if (der === undefined) {
    const code = candidates.inFile.length > 0 ? 'signing-certificate-mismatch' : 'signing-certificate-unknown';
    return { findings: [{ code, where: placeOf(named.element) }] };
  }
  return judge(der, named, signature.signedInfo.algorithm);
}

/** Certificates in the file that nothing signed speaks for: harmless to trust nobody, but alterable unseen. */
export function unboundCertificates(signature: ReadSignature, crypto: CryptoPort): readonly Uint8Array[] {
  const bound = signature.signedProperties.signingCertificates;
  return signature.certificates.filter((der) => !bound.some((named) => matches(der, named, crypto)));
}

function matches(der: Uint8Array, named: SigningCertificate, crypto: CryptoPort): boolean {
  return equalBytes(crypto.digest(named.algorithm, der), named.digest);
}

function judge(der: Uint8Array, named: SigningCertificate, algorithm: SignatureAlgorithm): CertificateChoice {
  const finding = (code: XadesFindingCode) => ({ code, where: placeOf(named.element) });
  let certificate: Certificate;
  try {
    certificate = parseCertificate(der);
    if (named.issuerSerial !== undefined && !equalBytes(named.issuerSerial, issuerSerial(der))) {
      return { findings: [finding('signing-certificate-mismatch')] };
    }
  } catch {
    return { findings: [finding('certificate-malformed')] };
  }
  const { family, bits } = certificate.publicKeyAlgorithm;
  if (family !== signatureAlgorithms[algorithm].family) return { certificate, findings: [finding('key-does-not-fit')] };
  const small = family === 'rsa' && bits < 2048;
  return { certificate, findings: small ? [finding('key-too-small')] : [] };
}
