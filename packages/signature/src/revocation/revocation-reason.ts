/** @spec RFC 5280 5.3.1 */
export type RevocationReason = (typeof reasons)[number];

const reasons = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'unused',
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const;

/** A number nobody defined counts as unspecified: the certificate is revoked all the same. */
export function reasonByNumber(number: number): RevocationReason {
  return reasons[number] ?? 'unspecified';
}
