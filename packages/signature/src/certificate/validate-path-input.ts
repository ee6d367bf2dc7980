import type { CryptoPort } from '../crypto/index.ts';
import type { ValidationPolicy } from '../crypto-policy/validation-policy.ts';
import type { Crl } from '../revocation/crl.ts';
import type { OcspResponse } from '../revocation/ocsp-response.ts';
import type { Certificate } from './certificate.ts';
import type { CertificatePurpose } from './certificate-purpose.ts';
import type { PolicyRules } from './policy-processing.ts';

export interface PathInput extends PolicyRules {
  /** DER or parsed, here and below: who checks many signatures reads each certificate once. */
  readonly leaf: Uint8Array | Certificate;
  readonly intermediates: readonly (Uint8Array | Certificate)[];
  readonly anchors: readonly (Uint8Array | Certificate)[];
  /** The time the path must have been good at, epoch milliseconds: the best proven signing time. */
  readonly at: number;
  /**
   * Whether something else than the signatory says so (a timestamp). Unproven, a certificate expired or revoked by `at`
   * leaves open whether the signature was earlier: indeterminate, not failed. True unless said otherwise.
   */
  readonly timeProven?: boolean;
  /** The time of the check, epoch ms: evidence from later is refused. Absent: evidence of any time counts. */
  readonly now?: number;
  readonly crls?: readonly (Uint8Array | Crl)[];
  readonly ocsps?: readonly (Uint8Array | OcspResponse)[];
  readonly crypto: CryptoPort;
  /** `documentSigning` unless said otherwise. */
  readonly purpose?: CertificatePurpose;
  /** Unless said otherwise, whoever names acceptable policies requires one of them. */
  readonly requireExplicitPolicy?: boolean;
  /**
   * Which algorithms were good enough when, how fresh evidence must be, and which certificate policies are demanded where
   * the caller names none; the default policy unless given.
   */
  readonly policy?: Pick<ValidationPolicy, 'digests' | 'keys' | 'revocationFreshness' | 'certificatePolicies'>;
  /** Whose revocation must be known: everyone's below the anchor (the rule), or nobody's (while issuing). */
  readonly revocation?: 'required' | 'ignored';
}
