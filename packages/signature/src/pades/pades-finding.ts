/** Why a signature in a PDF does not hold, or what is odd about it. A closed list. */
export type PadesFindingCode =
  | 'signature-not-an-object'
  | 'contents-malformed'
  | 'contents-not-canonical'
  | 'byte-range-malformed'
  | 'byte-range-not-the-hole'
  | 'byte-range-not-a-revision'
  | 'signature-in-several-fields'
  | 'sub-filter-unsupported'
  | 'cms-malformed'
  | 'cms-not-as-signed'
  | 'digest-mismatch'
  | 'signature-mismatch'
  | 'signing-certificate-mismatch'
  | 'signing-certificate-missing'
  | 'certificate-bag-damaged'
  | 'signing-time-forbidden'
  | 'timestamp-malformed'
  | 'timestamp-mismatch'
  | 'certification-not-first'
  | 'certification-not-permitted'
  | 'unaccounted-bytes'
  | 'change-not-permitted';

export interface PadesFinding {
  readonly code: PadesFindingCode;
  readonly detail: string;
}
