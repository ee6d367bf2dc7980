import type { Certificate } from '../certificate/certificate.ts';
import type { CertificatePurpose } from '../certificate/certificate-purpose.ts';
import type { CryptoPort } from '../crypto/index.ts';
import type { ValidationPolicy } from '../crypto-policy/index.ts';
import type { ValidationMaterial } from './validation-material.ts';

/** A certificate trusted of itself, and for how long it was. @spec EN 319 102-1 5.1.4.2 */
export interface TrustedAnchor {
  readonly certificate: Certificate;
  /** Epoch milliseconds; trusted from then on. */
  readonly trustedFrom?: number;
  /** The sunset date: from then on only what is proven to be older. */
  readonly trustedUntil?: number;
  /** Absent: for whatever its certificates are for. A timestamping service vouches for no signatory. */
  readonly onlyFor?: CertificatePurpose;
}

/** Everything a judgement rests on besides the file itself. @spec EN 319 102-1 5.2.4 */
export interface ValidationContext {
  readonly anchors: readonly TrustedAnchor[];
  /** From elsewhere than the file. */
  readonly material: ValidationMaterial;
  /** The validation time, epoch milliseconds. */
  readonly at: number;
  readonly policy: ValidationPolicy;
  readonly crypto: CryptoPort;
  /** The claimed signing time counts as a proof of existence. For archives whose clock is trusted, no one else. */
  readonly trustClaimedTime?: boolean;
}

/** The context of one signature: what was given, and what the signature itself carries. */
export interface ValidationEnvironment extends ValidationContext {
  /** Given and embedded together. */
  readonly all: ValidationMaterial;
}
