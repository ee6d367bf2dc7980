import type { PathFindingCode } from '@hocba/signature';

/** What `hocba certificate check --json` prints, one object a certificate: docs/formats/certificate-report.md */
export interface CertificateReport {
  readonly file: string;
  readonly outcome: 'valid' | 'invalid' | 'indeterminate' | 'unreadable';
  /** EN 319 102-1; null where the file could not be read. */
  readonly indication: 'PASSED' | 'FAILED' | 'INDETERMINATE' | null;
  readonly subIndication: string | null;
  /** One Vietnamese sentence. */
  readonly sentence: string;
  /** The time judged for, ISO 8601 UTC. */
  readonly at: string;
  readonly purpose: string;
  /** The certificate first, the anchor last; only the certificate where no path was found. */
  readonly path: readonly PathEntry[];
  /** OIDs, as far as acceptable. */
  readonly policies: readonly string[];
  readonly findings: readonly ReportedFinding[];
}

export interface PathEntry {
  readonly subject: string;
  readonly issuer: string;
  /** Hex. */
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly sha256: string;
  readonly key: string;
  readonly signatureAlgorithm: string;
  readonly anchor: boolean;
  readonly revocation: ReportedRevocation;
}

export type ReportedRevocation =
  | { readonly status: 'not-checked' }
  /** Says itself that it need not be asked: `noRevAvail` (RFC 9608), or `ocspNoCheck` of a responder judged as one. */
  | { readonly status: 'exempt'; readonly why: 'noRevAvail' | 'ocspNoCheck' }
  | {
      readonly status: 'good';
      readonly source: 'crl' | 'ocsp';
      readonly signer: string;
      readonly thisUpdate: string;
      readonly nextUpdate: string | null;
      /** Revoked after the time judged for. */
      readonly revokedLaterAt: string | null;
    }
  | {
      readonly status: 'revoked';
      readonly source: 'crl' | 'ocsp';
      readonly signer: string;
      readonly thisUpdate: string;
      readonly nextUpdate: string | null;
      readonly revokedAt: string;
      readonly reason: string;
    }
  | { readonly status: 'unknown'; readonly problems: readonly string[] };

export interface ReportedFinding {
  readonly code: PathFindingCode | 'unreadable';
  readonly indication: 'FAILED' | 'INDETERMINATE' | null;
  readonly subIndication: string | null;
  /** Whose certificate, RFC 4514. */
  readonly subject: string | null;
  /** Vietnamese: what is wrong. */
  readonly sentence: string;
  /** English, for the log. */
  readonly detail: string;
}
