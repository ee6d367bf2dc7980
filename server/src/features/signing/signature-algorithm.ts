import { parseCertificate, type SignatureAlgorithm, signatureAlgorithms } from '@hocba/signature';

/** The algorithm a certificate's key signs with here: ECDSA or RSA, SHA-256. @spec TS 119 312 */
export function algorithmFor(certificate: Uint8Array): SignatureAlgorithm {
  const { family } = parseCertificate(certificate).publicKeyAlgorithm;
  return family === 'ec' ? 'ecdsa-sha256' : 'rsa-sha256';
}

/** Key algorithm OID as CSC's `signAlgo` wants it. */
export function signAlgorithmOid(algorithm: SignatureAlgorithm): string {
  return signatureAlgorithms[algorithm].oid;
}
