import { base64, identifier, instant, object, type Rule, text } from '../rule.ts';

const largestCertificate = 20_000;

/** Đăng ký con dấu số: a school asks its registry to accept records under this seal. */
export interface IssuerRequest {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly communeCode: string;
  /** DER in base64. */
  readonly sealCertificate: string;
  readonly requestedAt: string;
}

export const sealCertificate = base64(largestCertificate);

export const issuerRequest: Rule<IssuerRequest> = object<IssuerRequest>({
  schoolId: identifier,
  schoolName: text(500),
  communeCode: identifier,
  sealCertificate,
  requestedAt: instant,
});
