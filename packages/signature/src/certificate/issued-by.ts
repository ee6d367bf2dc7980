import { type CryptoPort, type SignatureAlgorithm, verifyDerSignature } from '../crypto/index.ts';
import type { Certificate } from './certificate.ts';
import { sameName } from './distinguished-name.ts';

/** A certificate, a CRL or an OCSP answer: bytes, and a signature over them. */
export interface SignedObject {
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm?: SignatureAlgorithm;
  readonly signature: Uint8Array;
}

/** Whether the key of this certificate made the signature. */
export async function isSignedBy(object: SignedObject, signer: Certificate, crypto: CryptoPort): Promise<boolean> {
  const { signatureAlgorithm: algorithm, tbs: data, signature } = object;
  if (algorithm === undefined) return false;
  return verifyDerSignature(crypto, { algorithm, publicKey: signer.spki, data, signature });
}

/** Whether the names and key identifiers allow that one issued the other; the signature is a separate question. */
export function mayBeIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!sameName(certificate.issuer, issuer.subject)) return false;
  const wanted = certificate.extensions.authorityKeyIdentifier;
  const offered = issuer.extensions.subjectKeyIdentifier;
  return wanted === undefined || offered === undefined || wanted === offered;
}

export function isSelfIssued(certificate: Certificate): boolean {
  return sameName(certificate.subject, certificate.issuer);
}
