import { date, identifier, object, oneOf, orNull, type Rule, text } from '../rule.ts';
import { sealCertificate } from './issuer-request.ts';

/** Thông báo con dấu số của trường: the root registry says which seal may issue for a school, and for which days. */
export interface IssuerNotice {
  readonly schoolId: string;
  readonly schoolName: string;
  /** DER in base64. */
  readonly sealCertificate: string;
  readonly state: 'approved' | 'refused' | 'ended';
  /** First and last day, the last `null` while open; both `null` when refused. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const issuerNotice: Rule<IssuerNotice> = object<IssuerNotice>({
  schoolId: identifier,
  schoolName: text(500),
  sealCertificate,
  state: oneOf(['approved', 'refused', 'ended']),
  validFrom: orNull(date),
  validTo: orNull(date),
});
