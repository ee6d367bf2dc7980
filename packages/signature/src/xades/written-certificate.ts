import type { CryptoPort } from '../crypto/index.ts';
import { keptByBytes } from '../der/kept-by-bytes.ts';
import { encodeBase64 } from './base64-text.ts';
import { issuerSerial } from './issuer-serial.ts';

/** What a signature says of one certificate; the same few certificates stand in thousands of signatures. */
export interface WrittenCertificate {
  readonly base64: string;
  /** DER of IssuerSerial, base64. */
  readonly issuerSerial: string;
  /** SHA-256, base64. */
  readonly digest: string;
}

const keptFor = new WeakMap<CryptoPort, (der: Uint8Array) => WrittenCertificate>();

/** Throws `der-malformed`. */
export function writtenCertificate(certificate: Uint8Array, crypto: CryptoPort): WrittenCertificate {
  const kept = keptFor.get(crypto) ?? keptByBytes((der) => write(der, crypto), 1000);
  keptFor.set(crypto, kept);
  return kept(certificate);
}

function write(der: Uint8Array, crypto: CryptoPort): WrittenCertificate {
  return {
    base64: encodeBase64(der),
    issuerSerial: encodeBase64(issuerSerial(der)),
    digest: encodeBase64(crypto.digest('sha-256', der)),
  };
}
