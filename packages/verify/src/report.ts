import type { SignatorySlot } from '@hocba/record';

/** A check that lacks its data is indeterminate, never passed. */
export type CheckOutcome = 'passed' | 'failed' | 'indeterminate';

/** Names of all checks with their titles, in the order of the report. */
export const checkTitles = {
  'pdf-signature-valid': 'Con dấu số trên PDF',
  'pdf-matches-xml': 'Bản thể hiện khớp dữ liệu gốc',
  'schema-valid': 'Đúng định dạng học bạ số',
  'content-intact': 'Nội dung còn nguyên vẹn',
  'signature-valid': 'Giá trị chữ ký số khớp khoá của người ký',
  'signature-scope': 'Chữ ký phủ đúng phần phải ký, theo chính sách ký',
  'signatures-complete': 'Đủ chữ ký, đúng thứ tự',
  'certificate-trusted': 'Chứng thư số đáng tin cậy',
  'certificate-not-revoked': 'Chứng thư số chưa bị thu hồi khi ký',
  'timestamp-valid': 'Dấu thời gian đúng',
  'signer-authorised': 'Đúng người ký, đúng trường',
  'results-follow-rules': 'Kết quả đúng quy định đánh giá',
  logged: 'Có trong nhật ký công khai',
  'not-recalled': 'Học bạ không bị thu hồi',
} as const;

export type CheckName = keyof typeof checkTitles;

/** Every reason a check can give, beside `ok`. Documented in docs/formats/verification-report.md. */
export const checkCodes = {
  'pdf-signature-valid': [
    'pdf-unreadable',
    'pdf-changed',
    'pdf-signature-wrong',
    'pdf-not-sealed',
    'pdf-signature-odd',
  ],
  'pdf-matches-xml': ['text-differs', 'lookup-address-differs', 'no-embedded-xml', 'no-engine', 'xml-unreadable'],
  'schema-valid': ['xml-malformed', 'not-the-schema', 'not-canonical', 'no-embedded-xml'],
  'content-intact': ['part-changed', 'part-missing', 'nothing-signed', 'no-embedded-xml'],
  'signature-valid': ['signature-wrong', 'certificate-missing', 'nothing-signed', 'no-embedded-xml'],
  'signature-scope': ['scope-wrong', 'policy-wrong', 'level-too-low', 'sheet-unreadable'],
  'signatures-complete': ['signature-missing', 'signature-unexpected', 'order-wrong', 'sheet-unreadable'],
  'certificate-trusted': ['chain-not-found', 'certificate-expired', 'certificate-unfit', 'nothing-signed'],
  'certificate-not-revoked': ['certificate-revoked', 'revocation-unknown', 'nothing-signed'],
  'timestamp-valid': ['timestamp-wrong', 'timestamp-missing', 'timestamp-untrusted', 'order-wrong', 'nothing-signed'],
  'signer-authorised': [
    'name-differs',
    'school-differs',
    'role-differs',
    'seal-not-approved',
    'issuers-unknown',
    'sheet-unreadable',
  ],
  'results-follow-rules': ['rule-broken', 'sheet-unreadable'],
  logged: ['not-asked', 'log-differs', 'xml-unreadable'],
  'not-recalled': ['not-asked', 'recalled', 'replaced', 'xml-unreadable'],
} as const satisfies Readonly<Record<CheckName, readonly string[]>>;

export type CheckCode = 'ok' | (typeof checkCodes)[CheckName][number];

export interface Check {
  readonly name: CheckName;
  readonly title: string;
  readonly outcome: CheckOutcome;
  /** An optional check that is indeterminate leaves the whole outcome as it is; one that failed does not. */
  readonly required: boolean;
  readonly code: CheckCode;
  /** Vietnamese: what is wrong, where. */
  readonly sentence: string;
  /** Everything found, one Vietnamese sentence each. */
  readonly details: readonly string[];
  /** The same for machines: codes and English words of what was found, where there are any. */
  readonly technical?: readonly string[];
}

/** Phần của tệp: content, a signature, or for a changed PDF what was hit. */
export interface PartReport {
  readonly id: string;
  readonly label: string;
  /** `null`: cannot be said. */
  readonly intact: boolean | null;
  readonly coveredBy: readonly CoveringSignature[];
}

export interface CoveringSignature {
  /** `pdfSeal` for the seal on the PDF itself. */
  readonly slot: SignatorySlot | 'pdfSeal';
  readonly name: string;
}

/** The words of the standard for one signature. @spec TS 119 102-2 4.2.5, EN 319 102-1 5.1.3 */
export interface StandardConclusion {
  readonly indication: 'TOTAL_PASSED' | 'TOTAL_FAILED' | 'INDETERMINATE';
  readonly subIndication?: string;
}

export interface SignatureReport extends StandardConclusion {
  readonly slot: SignatorySlot | 'pdfSeal' | null;
  /** Vị trí ký in words: "Giáo viên môn Toán", "Con dấu trên PDF". */
  readonly place: string;
  /** Claimed in the signature: `GVCN`, `HT` … */
  readonly role: string | null;
  readonly name: string;
  /** Claimed by the signatory, ISO 8601. */
  readonly signedAt: string | null;
  /** Proven by a trusted timestamp, ISO 8601. */
  readonly timestampAt: string | null;
  readonly certificate: { readonly subject: string; readonly issuer: string; readonly serialNumber: string } | null;
  readonly level: 'B-T' | 'B-B' | 'below-baseline';
}

/** What the file says of itself; only to be relied on when the outcome is `valid`. */
export interface RecordSummary {
  readonly recordId: string;
  readonly lookupCode: string;
  readonly version: number;
  readonly schoolYear: string;
  readonly grade: number;
  readonly className: string;
  readonly studentName: string;
  readonly schoolId: string;
  readonly schoolName: string;
  /** SHA-256 of the XML, lower-case hex. */
  readonly xmlSha256: string;
}

export type RecordOutcome = 'valid' | 'invalid' | 'indeterminate' | 'unreadable';

export interface VerificationReport {
  readonly outcome: RecordOutcome;
  /** `null` for a file that is neither. */
  readonly kind: 'xml' | 'pdf' | null;
  /** One Vietnamese sentence. */
  readonly sentence: string;
  /** ISO 8601: the time the checks were made for. */
  readonly verifiedAt: string;
  readonly checks: readonly Check[];
  readonly parts: readonly PartReport[];
  readonly signatures: readonly SignatureReport[];
  readonly record: RecordSummary | null;
}
