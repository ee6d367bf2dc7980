import { X509Certificate } from 'node:crypto';

/** Whether the certificate is for this public key (SPKI, DER). */
export function leafFits(leaf: Buffer | undefined, publicKey: Buffer): boolean {
  if (leaf === undefined) return false;
  try {
    return new X509Certificate(leaf).publicKey.export({ format: 'der', type: 'spki' }).equals(publicKey);
  } catch {
    return false;
  }
}
