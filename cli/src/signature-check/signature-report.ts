import type { SignatureEvidence, SignatureJudgement, TimestampJudgement } from '@hocba/signature';

/** What `hocba signature check --json` prints, one object a file: docs/formats/signature-report.md */
export interface SignatureFileReport {
  /** The worst of its signatures; `unsigned` where there is none. */
  readonly outcome: 'valid' | 'invalid' | 'indeterminate' | 'unsigned' | 'unreadable';
  readonly kind: 'xml' | 'pdf' | 'cms' | 'timestamp' | null;
  /** One Vietnamese sentence. */
  readonly sentence: string;
  /** The validation time, ISO 8601 UTC. */
  readonly at: string;
  readonly signatures: readonly SignatureEntry[];
}

export interface SignatureEntry {
  readonly id: string;
  readonly where: string;
  readonly format: SignatureEvidence['format'];
  readonly level: SignatureEvidence['level'];
  readonly counterSignatureOf: string | null;
  readonly indication: SignatureJudgement['indication'];
  readonly subIndication: string | null;
  /** One Vietnamese sentence. */
  readonly sentence: string;
  readonly signer: CertificateEntry | null;
  readonly signingTime: {
    /** As the signatory says, ISO 8601 UTC. */
    readonly claimed: string | null;
    /** By when a timestamp proves the signature to have existed. */
    readonly proven: string | null;
  };
  readonly role: string | null;
  readonly commitment: string | null;
  readonly signaturePolicy: { readonly id: string; readonly digestOk: boolean | null } | null;
  readonly coverage: { readonly wholeFile: boolean; readonly data: readonly CoveredEntry[] };
  readonly algorithms: readonly {
    readonly where: string;
    readonly algorithm: string;
    readonly keyBits: number | null;
  }[];
  readonly path: readonly PathEntry[];
  readonly timestamps: readonly TimestampEntry[];
  readonly changesAfter: readonly {
    readonly kind: string;
    readonly permitted: boolean;
    readonly detail: string | null;
  }[];
  readonly proofsOfExistence: readonly { readonly of: string; readonly at: string; readonly by: string }[];
  readonly findings: readonly FindingEntry[];
}

export interface CoveredEntry {
  readonly uri: string;
  readonly what: string;
  readonly intact: boolean;
  readonly found: boolean;
}

export interface CertificateEntry {
  readonly name: string;
  readonly subject: string;
  readonly issuer: string;
  /** Hex. */
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** Of the DER, hex. */
  readonly sha256: string;
}

/** A certificate of the path, signatory first, anchor last. */
export interface PathEntry extends CertificateEntry {
  readonly anchor: boolean;
  readonly revocation: RevocationEntry | null;
}

export interface RevocationEntry {
  readonly source: 'crl' | 'ocsp';
  readonly origin: 'embedded' | 'given';
  readonly signer: string;
  readonly thisUpdate: string;
  readonly nextUpdate: string | null;
  readonly revokedAt: string | null;
  readonly reason: string | null;
}

export interface TimestampEntry {
  readonly id: string;
  readonly kind: TimestampJudgement['kind'];
  readonly indication: TimestampJudgement['indication'];
  readonly subIndication: string | null;
  readonly sentence: string;
  /** What the token says, whether or not it can be relied on. */
  readonly time: string | null;
  readonly accuracyMilliseconds: number | null;
  readonly imprintOk: boolean;
  readonly path: readonly PathEntry[];
  readonly findings: readonly FindingEntry[];
}

export interface FindingEntry {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly subIndication: string | null;
  /** Vietnamese. */
  readonly sentence: string;
  /** English, for the log. */
  readonly detail: string;
}
