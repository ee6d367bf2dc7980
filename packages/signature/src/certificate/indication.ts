/** The vocabulary of validation reports. @spec EN 319 102-1 V1.4.1 5.1.3 */
export type Indication = 'passed' | 'failed' | 'indeterminate';

export type SubIndication =
  | 'FORMAT_FAILURE'
  | 'HASH_FAILURE'
  | 'SIG_CRYPTO_FAILURE'
  | 'REVOKED'
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'SIG_CONSTRAINTS_FAILURE'
  | 'CHAIN_CONSTRAINTS_FAILURE'
  | 'CERTIFICATE_CHAIN_GENERAL_FAILURE'
  | 'CRYPTO_CONSTRAINTS_FAILURE'
  | 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  | 'POLICY_PROCESSING_ERROR'
  | 'SIGNATURE_POLICY_NOT_AVAILABLE'
  | 'TIMESTAMP_ORDER_FAILURE'
  | 'NO_SIGNING_CERTIFICATE_FOUND'
  | 'NO_CERTIFICATE_CHAIN_FOUND'
  | 'REVOKED_NO_POE'
  | 'REVOKED_CA_NO_POE'
  | 'OUT_OF_BOUNDS_NOT_REVOKED'
  | 'OUT_OF_BOUNDS_NO_POE'
  | 'REVOCATION_OUT_OF_BOUNDS_NO_POE'
  | 'NO_POE'
  | 'TRY_LATER'
  | 'SIGNED_DATA_NOT_FOUND';

/** One thing found wrong, and how far it reaches. */
export interface Finding {
  readonly indication: 'failed' | 'indeterminate';
  readonly subIndication: SubIndication;
  /** English, for the log and the machine-readable report; sentences for people are made where they are shown. */
  readonly detail: string;
  /** What it is about, where path validation says it: for sentences in another language. */
  readonly about?: FindingSubject;
}

/** A closed list of what path validation finds, with what a sentence about it needs. */
export interface FindingSubject {
  readonly code: PathFindingCode;
  /** The name of the certificate’s holder, RFC 4514. */
  readonly subject: string;
  /** A time, epoch milliseconds: until when, since when. */
  readonly time?: number;
  /** An OID, an algorithm, a purpose, a reason. */
  readonly what?: string;
}

export type PathFindingCode =
  | 'no-path'
  | 'search-ended-early'
  | 'signature-wrong'
  | 'algorithm-unknown'
  | 'signature-too-weak'
  | 'key-too-weak'
  | 'not-valid-yet'
  | 'expired'
  | 'authority-not-valid-yet'
  | 'authority-expired'
  | 'critical-extension-unknown'
  | 'not-an-authority'
  | 'may-not-certify'
  | 'path-too-long'
  | 'name-not-permitted'
  | 'policy-missing'
  | 'any-policy-mapped'
  | 'policy-twice'
  | 'wrong-purpose'
  | 'revoked'
  | 'authority-revoked'
  | 'revocation-unknown'
  | 'revocation-too-late';

export function failed(subIndication: SubIndication, detail: string, about?: FindingSubject): Finding {
  return { indication: 'failed', subIndication, detail, ...(about && { about }) };
}

export function indeterminate(subIndication: SubIndication, detail: string, about?: FindingSubject): Finding {
  return { indication: 'indeterminate', subIndication, detail, ...(about && { about }) };
}

/** What the findings add up to: the worst of them, the first of its kind. */
export function conclude(findings: readonly Finding[]): { indication: Indication; subIndication?: SubIndication } {
  const worst = findings.find(({ indication }) => indication === 'failed') ?? findings[0];
  if (worst === undefined) return { indication: 'passed' };
  return { indication: worst.indication, subIndication: worst.subIndication };
}
