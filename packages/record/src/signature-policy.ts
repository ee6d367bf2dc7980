/** The policy every signature of a record names: what is signed, by whom, in which order. Text: packages/record/policy. @spec EN 319 132-1 5.2.9 */
export const signaturePolicy = {
  id: 'urn:hocba:signature-policy:1.0',
  sha256: '839382e5b63efe9eb54316990b76a27c7d63bad09095b9971b7aca00c094448f',
  description: 'Chính sách ký học bạ số, phiên bản 1.0',
} as const;
