import type { DigestAlgorithm, SignatureAlgorithm } from '../crypto/index.ts';

/**
 * What one ds:Signature says and whether it holds. Judged here: form, references, cryptography, binding of the
 * certificate, imprint of timestamps. Left to the caller: whether the certificate is trusted and was valid, whether a
 * token's own signature holds, whether the signatory may sign, and whether the parts covered are those that must be.
 */
export interface XadesReport {
  /** For people: `/HocBa/ChuKy/ds:Signature[2]`. */
  readonly where: string;
  readonly id?: string;
  readonly signatureValueId?: string;
  /** `passed` only when every check was made and held; `indeterminate` when what is missing could have proved it. */
  readonly outcome: 'passed' | 'failed' | 'indeterminate';
  readonly level: XadesLevel;
  readonly findings: readonly XadesFinding[];
  readonly references: readonly ReferenceReport[];
  readonly algorithm?: SignatureAlgorithm;
  /** The value fits SignedInfo and the key of `certificate`; absent when it could not be tried. */
  readonly signatureOk?: boolean;
  /** DER; the one bound by SigningCertificateV2. */
  readonly certificate?: Uint8Array;
  /** DER, everything in KeyInfo: hints for building a path, never trust. */
  readonly certificatesInFile: readonly Uint8Array[];
  readonly signingTime?: string;
  readonly role?: string;
  /** `ProofOfApproval` …, or the whole URI where it is none of ETSI's. */
  readonly commitment?: string;
  readonly policy?: PolicyReport;
  readonly timestamps: readonly SignatureTimestampReport[];
  /** Over the whole signature with its evidence, in the order they were added. */
  readonly archiveTimestamps: readonly SignatureTimestampReport[];
  /** Local names of all unsigned properties, judged here or not. */
  readonly unsignedProperties: readonly string[];
}

/** Baseline level reached by form alone. @spec EN 319 132-1 6 */
export type XadesLevel = 'B-T' | 'B-B' | 'below-baseline';

export interface ReferenceReport {
  /** `#tt` */
  readonly uri: string;
  readonly type?: string;
  readonly ok: boolean;
  readonly covers?: CoveredElement;
  readonly algorithm?: DigestAlgorithm;
  /** As the signature says and as the file gives; both base64. */
  readonly digest?: string;
  readonly computed?: string;
}

export interface CoveredElement {
  readonly id: string;
  /** From the root, as `{namespace}local`. */
  readonly path: readonly string[];
  /** Bytes of the file. */
  readonly start: number;
  readonly end: number;
}

export interface PolicyReport {
  readonly id: string;
  readonly algorithm: DigestAlgorithm;
  /** Base64. */
  readonly digest: string;
}

export interface SignatureTimestampReport {
  /** RFC 3161 token, DER; its signature and path are the timestamp module's business. */
  readonly token: Uint8Array;
  /** What the token must be over: canonical bytes of this signature's own SignatureValue, or of all of it. */
  readonly signedBytes: Uint8Array;
  readonly imprintOk: boolean;
}

export interface XadesFinding {
  readonly code: XadesFindingCode;
  readonly where: string;
}

export type XadesFindingCode = keyof typeof findingWeight;

/** Every reason there is. `form` only keeps a signature below the baseline; `missing` leaves it undecided. */
export const findingWeight = {
  'signature-misplaced': 'fatal',
  'signature-part-misplaced': 'fatal',
  'signature-lookalike': 'fatal',
  'too-many-signatures': 'fatal',
  'structure-wrong': 'fatal',
  'value-malformed': 'fatal',
  'canonicalisation-not-allowed': 'fatal',
  'transform-not-allowed': 'fatal',
  'algorithm-not-allowed': 'fatal',
  'no-references': 'fatal',
  'too-many-references': 'fatal',
  'reference-external': 'fatal',
  'reference-not-found': 'fatal',
  'reference-repeated': 'fatal',
  'reference-type-wrong': 'fatal',
  'reference-misplaced': 'fatal',
  'reference-digest-wrong': 'fatal',
  'signed-properties-not-signed': 'fatal',
  'signed-properties-of-another': 'fatal',
  'key-info-not-allowed': 'fatal',
  'certificate-malformed': 'fatal',
  'certificate-not-bound': 'fatal',
  'signing-certificate-mismatch': 'fatal',
  'signing-certificate-unknown': 'missing',
  'key-does-not-fit': 'fatal',
  'key-too-small': 'fatal',
  'signature-value-wrong': 'fatal',
  'timestamp-malformed': 'fatal',
  'timestamp-of-another': 'fatal',
  'unsigned-property-not-allowed': 'fatal',
  'spelling-not-canonical': 'fatal',
  'signing-certificate-not-stated': 'missing',
  'signing-time-missing': 'form',
  'data-object-format-missing': 'form',
} as const satisfies Record<string, 'fatal' | 'missing' | 'form'>;
