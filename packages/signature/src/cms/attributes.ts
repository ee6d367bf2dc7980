import type { Certificate } from '../certificate/certificate.ts';
import {
  type CryptoPort,
  type DigestAlgorithm,
  digestAlgorithmIdentifier,
  type SignatureAlgorithm,
  signatureAlgorithmIdentifier,
} from '../crypto/index.ts';
import { explicit, implicit, integerFromHex, objectIdentifier, octetString, sequence, setOf } from '../der/writer.ts';
import { attributeOid } from './content-types.ts';

/** One Attribute with one value. */
export function attribute(oid: string, value: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(oid), setOf([value]));
}

export function contentTypeAttribute(oid: string): Uint8Array {
  return attribute(attributeOid.contentType, objectIdentifier(oid));
}

export function messageDigestAttribute(digest: Uint8Array): Uint8Array {
  return attribute(attributeOid.messageDigest, octetString(digest));
}

/** Binds the certificate to the signature, so that no other one for the same key can be put in its place. @spec RFC 5035 */
export function signingCertificateAttribute(
  certificate: Certificate,
  digestAlgorithm: DigestAlgorithm,
  crypto: CryptoPort,
): Uint8Array {
  const names = sequence(explicit(4, certificate.issuer.der));
  const issuerSerial = sequence(names, integerFromHex(certificate.serialNumber));
  // SHA-256 is the DEFAULT of hashAlgorithm and must then be left out.
  const hashAlgorithm = digestAlgorithm === 'sha-256' ? undefined : digestAlgorithmIdentifier(digestAlgorithm);
  const hash = octetString(crypto.digest(digestAlgorithm, certificate.der));
  const certId = sequence(hashAlgorithm, hash, issuerSerial);
  return attribute(attributeOid.signingCertificateV2, sequence(sequence(certId)));
}

/** Says the algorithms once more where the signature covers them. @spec RFC 6211 */
export function algorithmProtectionAttribute(digest: DigestAlgorithm, signature: SignatureAlgorithm): Uint8Array {
  const signatureIdentifier = implicit(1, signatureAlgorithmIdentifier(signature));
  return attribute(attributeOid.algorithmProtection, sequence(digestAlgorithmIdentifier(digest), signatureIdentifier));
}

/** Unsigned: the token over the signature value. @spec EN 319 122-1 5.3 */
export function signatureTimestampAttribute(token: Uint8Array): Uint8Array {
  return attribute(attributeOid.signatureTimestamp, token);
}
