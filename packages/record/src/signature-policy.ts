import type { YearSheet } from './year-sheet.ts';

/** The policy every signature of a record names: what is signed, by whom, in which order. Texts: packages/record/policy. @spec EN 319 132-1 5.2.9 */
export interface SignaturePolicy {
  readonly id: string;
  /** Of the published text, in hex. */
  readonly sha256: string;
  readonly description: string;
}

/** Of primary sheets. */
export const signaturePolicy: SignaturePolicy = {
  id: 'urn:hocba:signature-policy:1.0',
  sha256: '51c83b645872bd2afefd79f1b02692b0c1e0a740feeba8315c081149ada6a87e',
  description: 'Chính sách ký học bạ số, phiên bản 1.0',
};

/** Of sheets of THCS, THPT, GDTX. */
export const secondarySignaturePolicy: SignaturePolicy = {
  id: 'urn:hocba:signature-policy:1.1',
  sha256: 'ba5d95fe002924b4602a4bf1aaa3a6b8b5c88b4e072fb1636f07fcd36321c4ac',
  description: 'Chính sách ký học bạ số, phiên bản 1.1',
};

/** The policy the signatures of this sheet must name. */
export function signaturePolicyOf(sheet: YearSheet): SignaturePolicy {
  return sheet.schoolLevel === 'primary' ? signaturePolicy : secondarySignaturePolicy;
}
