/** The policy every signature of a record names: what is signed, by whom, in which order. Text: packages/record/policy. @spec EN 319 132-1 5.2.9 */
export const signaturePolicy = {
  id: 'urn:hocba:signature-policy:1.0',
  sha256: '51c83b645872bd2afefd79f1b02692b0c1e0a740feeba8315c081149ada6a87e',
  description: 'Chính sách ký học bạ số, phiên bản 1.0',
} as const;
