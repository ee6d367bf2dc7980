import type { Certificate } from '../certificate/certificate.ts';
import { type DistinguishedName, sameName } from '../certificate/distinguished-name.ts';
import { type DistributionPoint, fullPointNames } from '../certificate/distribution-point.ts';
import { type GeneralName, sameGeneralName } from '../certificate/general-name.ts';
import type { Crl } from './crl.ts';
import type { IssuingDistributionPoint } from './issuing-distribution-point.ts';

/** Bit positions of ReasonFlags without `unused`: what must be covered before a certificate is good. */
export const everyReason: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8]);

/** For which reasons the list speaks about the certificate, or why it does not. @spec RFC 5280 6.3.3 (b), (d) */
export function crlScope(crl: Crl, certificate: Certificate): ReadonlySet<number> | string {
  const point = crl.issuingDistributionPoint;
  const kind = point && kindProblem(point, certificate);
  if (kind !== undefined) return kind;
  const points = certificate.extensions.crlDistributionPoints ?? [];
  const answers = [...points, implied(certificate)].map((each) => scopeAt(crl, certificate, each));
  const reasons = new Set(answers.flatMap((answer) => (typeof answer === 'string' ? [] : [...answer])));
  if (reasons.size > 0) return reasons;
  return answers.find((answer) => typeof answer === 'string') ?? 'of no reason';
}

/** Lists of the issuer itself count even where the certificate names no place for them. */
function implied({ issuer }: Certificate): DistributionPoint {
  return { name: { full: [{ kind: 'directoryName', name: issuer }] }, crlIssuer: [] };
}

function kindProblem(point: IssuingDistributionPoint, certificate: Certificate): string | undefined {
  const isAuthority = certificate.extensions.basicConstraints?.ca === true;
  if (point.onlyAttributeCertificates) return 'list of attribute certificates';
  if (point.onlyUserCertificates && isAuthority) return 'only for users';
  if (point.onlyAuthorityCertificates && !isAuthority) return 'only for authorities';
  return undefined;
}

function scopeAt(crl: Crl, certificate: Certificate, point: DistributionPoint): ReadonlySet<number> | string {
  const named = point.crlIssuer.length > 0;
  const right = named
    ? point.crlIssuer.some((name) => name.kind === 'directoryName' && sameName(name.name, crl.issuer))
    : sameName(crl.issuer, certificate.issuer);
  if (!right) return 'of another issuer';
  const own = crl.issuingDistributionPoint;
  if (named && own?.indirect !== true) return 'not an indirect list';
  if (!meets(crl, certificate, point)) return 'of another distribution point';
  const listed = own?.onlySomeReasons ?? everyReason;
  const asked = point.reasons ?? everyReason;
  return new Set([...everyReason].filter((reason) => listed.has(reason) && asked.has(reason)));
}

/** Whether the place the list names is one the certificate names, where the list names any. @spec RFC 5280 6.3.3 (b)(2)(i) */
function meets(crl: Crl, certificate: Certificate, point: DistributionPoint): boolean {
  const own = crl.issuingDistributionPoint?.name;
  if (own === undefined) return true;
  const issuers = point.crlIssuer.flatMap((name) => (name.kind === 'directoryName' ? [name.name] : []));
  const bases: readonly DistinguishedName[] = issuers.length > 0 ? issuers : [certificate.issuer];
  const asked: readonly GeneralName[] = point.name === undefined ? point.crlIssuer : fullPointNames(point.name, bases);
  return fullPointNames(own, [crl.issuer]).some((name) => asked.some((other) => sameGeneralName(name, other)));
}
