import type { CryptoPort } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import { encodeBase64 } from './base64-text.ts';
import { issuerSerial } from './issuer-serial.ts';

/** What a signature says of one certificate. */
export interface WrittenCertificate {
  readonly base64: string;
  /** DER of IssuerSerial, base64. */
  readonly issuerSerial: string;
  /** SHA-256, base64. */
  readonly digest: string;
}

interface Kept {
  /** As it was then: bytes can be changed in place. */
  readonly der: Uint8Array;
  readonly crypto: CryptoPort;
  readonly written: WrittenCertificate;
}

/** One act signs the records of a whole school with the same certificate. */
const kept = new WeakMap<Uint8Array, Kept>();

/** Throws `der-malformed`. */
export function writtenCertificate(certificate: Uint8Array, crypto: CryptoPort): WrittenCertificate {
  const before = kept.get(certificate);
  if (before?.crypto === crypto && equalBytes(before.der, certificate)) return before.written;
  const written = {
    base64: encodeBase64(certificate),
    issuerSerial: encodeBase64(issuerSerial(certificate)),
    digest: encodeBase64(crypto.digest('sha-256', certificate)),
  };
  kept.set(certificate, { der: certificate.slice(), crypto, written });
  return written;
}
