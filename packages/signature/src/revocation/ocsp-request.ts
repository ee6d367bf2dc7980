import type { Certificate } from '../certificate/certificate.ts';
import { extensionOid } from '../certificate/object-identifiers.ts';
import { type CryptoPort, type DigestAlgorithm, digestAlgorithms, subjectPublicKeyBytes } from '../crypto/index.ts';
import { explicit, integerFromHex, nullValue, objectIdentifier, octetString, sequence } from '../der/writer.ts';

export interface OcspRequestInput {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  /** 16 to 32 random bytes, or none: pre-made answers of big responders carry no nonce. @spec RFC 8954 */
  readonly nonce?: Uint8Array;
  readonly crypto: CryptoPort;
  /** In the certificate id; SHA-1 as every responder understands it, nothing is secured by it. */
  readonly digestAlgorithm?: DigestAlgorithm;
}

/** OCSPRequest about one certificate. @spec RFC 6960 4.1 */
export function buildOcspRequest(input: OcspRequestInput): Uint8Array {
  const { certificate, issuer, nonce, crypto, digestAlgorithm = 'sha-1' } = input;
  const certId = sequence(
    sequence(objectIdentifier(digestAlgorithms[digestAlgorithm].oid), nullValue()),
    octetString(crypto.digest(digestAlgorithm, certificate.issuer.der)),
    octetString(crypto.digest(digestAlgorithm, subjectPublicKeyBytes(issuer.spki))),
    integerFromHex(certificate.serialNumber),
  );
  const nonceExtension = nonce && sequence(objectIdentifier(extensionOid.ocspNonce), octetString(octetString(nonce)));
  const extensions = nonceExtension && explicit(2, sequence(nonceExtension));
  return sequence(sequence(sequence(sequence(certId)), extensions));
}
