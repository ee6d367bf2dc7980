import type { Certificate } from '../certificate/certificate.ts';
import type { CryptoPort } from '../crypto/index.ts';
import type { Crl } from './crl.ts';
import type { EvidenceTimes } from './evidence.ts';
import type { EvidenceSigners } from './evidence-signers.ts';

export interface CrlCheckInput extends EvidenceTimes {
  /** A complete list. */
  readonly crl: Crl;
  readonly certificate: Certificate;
  /** Who issued the certificate. */
  readonly issuer: Certificate;
  readonly crypto: CryptoPort;
  /** Who else may sign lists; absent: only lists the issuer signed itself are accepted. */
  readonly signers?: EvidenceSigners;
  /** Lists of changes, of which the newest that fits is applied. */
  readonly deltas?: readonly Crl[];
}
