/** A digest and the day from which it no longer counts, ISO 8601; none: still good. */
export interface DigestRule {
  /** `sha-256`, `sha-1`, `md5` … */
  readonly name: string;
  readonly until?: string;
  /** The document that says so. */
  readonly source?: string;
}

export type KeyRuleFamily = 'rsa' | 'rsa-pss' | 'ecdsa' | 'dsa' | 'ed25519';

/** Keys of a family from this size on, and the day from which they no longer count. */
export interface KeyRule {
  readonly family: KeyRuleFamily;
  readonly minimumBits: number;
  readonly until?: string;
  readonly source?: string;
}

export type SignatureLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';

/** What a verifier demands of a signature beyond that it is right. Its file form: docs/formats/signature-policy-file.md */
export interface ValidationPolicy {
  readonly name: string;
  readonly digests: readonly DigestRule[];
  readonly keys: readonly KeyRule[];
  /** The least a signature must reach; absent: any level. */
  readonly requiredLevel?: SignatureLevel;
  /** OIDs of certificate policies, one of which the signatory’s path must have; absent: any or none. */
  readonly certificatePolicies?: readonly string[];
  /** How old revocation evidence may be at the time it speaks for, milliseconds; absent: as its own nextUpdate says. */
  readonly revocationFreshness?: number;
  /** URIs of the XML transforms a signature may use. */
  readonly transforms: readonly string[];
}
