import type { Certificate } from '../certificate/certificate.ts';
import type { CertificatePurpose } from '../certificate/certificate-purpose.ts';
import { isSignedBy, mayBeIssuedBy } from '../certificate/issued-by.ts';
import { IssuerIndex, PathSearch } from '../certificate/search-paths.ts';
import type { CryptoPort } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import { type RevocationAnswer, revocationDataFor } from './revocation-data.ts';
import type { TrustedAnchor, ValidationEnvironment } from './validation-context.ts';

export interface CertificateQuestion {
  readonly certificate: Certificate;
  readonly purpose: CertificatePurpose;
  /** For which time the revocation data must be fresh: the validation time, unless the use of the key is dated. */
  readonly freshAt?: number;
}

/** One prospective path with all that may speak about its certificates. */
export interface ProspectivePath extends CertificateQuestion {
  readonly path: readonly Certificate[];
  /** Every stretch of time for which its anchor was trusted. */
  readonly trust: readonly TrustedAnchor[];
  readonly answers: readonly RevocationAnswer[];
}

/** Step 2: every path whose signatures are right, each with the revocation data about it. */
export async function prospectivePaths(
  question: CertificateQuestion,
  { anchors: given, all, crypto }: ValidationEnvironment,
): Promise<readonly ProspectivePath[]> {
  const anchors = given.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === question.purpose);
  const store = { anchors: anchors.map(({ certificate }) => certificate), intermediates: all.certificates };
  const search = new PathSearch(new IssuerIndex(store), (one, issuer) => maySign(one, issuer, crypto));
  const prospects: ProspectivePath[] = [];
  for await (const path of search.pathsFrom(question.certificate)) {
    const trust = anchors.filter(({ certificate }) => sameCertificate(certificate, path.at(-1)));
    const answers = await Promise.all(
      path.slice(0, -1).map((certificate, i) => {
        const issuer = path[i + 1] ?? certificate;
        return revocationDataFor({ certificate, issuer, material: all, crypto });
      }),
    );
    prospects.push({ ...question, path, trust, answers });
  }
  return prospects;
}

/** Of an algorithm nobody here knows names must do: the path is built to be told of, it can never hold. */
function maySign(certificate: Certificate, issuer: Certificate, crypto: CryptoPort): boolean | Promise<boolean> {
  if (certificate.signatureAlgorithm === undefined) return mayBeIssuedBy(certificate, issuer);
  return isSignedBy(certificate, issuer, crypto);
}

/** The same bytes, wherever they were read. */
export function sameCertificate(a: Certificate, b: Certificate | undefined): boolean {
  return b !== undefined && (a === b || equalBytes(a.der, b.der));
}

/** Whether the anchor was trusted at a time; one without dates always is. */
export function isTrustedAt(trust: readonly TrustedAnchor[], at: number): boolean {
  return trust.some(
    ({ trustedFrom = Number.NEGATIVE_INFINITY, trustedUntil = Number.POSITIVE_INFINITY }) =>
      at >= trustedFrom && at < trustedUntil,
  );
}

/** The sunset date: the last end of trust by a time; the time itself while trust goes on. */
export function trustedUntil(trust: readonly TrustedAnchor[], at: number): number {
  if (isTrustedAt(trust, at)) return at;
  const ends = trust.flatMap(({ trustedUntil: end }) => (end !== undefined && end <= at ? [end - 1] : []));
  return Math.max(Number.NEGATIVE_INFINITY, ...ends);
}
