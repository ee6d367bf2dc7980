import type { Certificate, NameConstraints } from './certificate.ts';
import { type CertificatePurpose, servesPurpose } from './certificate-purpose.ts';
import { type Finding, failed, indeterminate } from './indication.ts';
import { isSelfIssued } from './issued-by.ts';
import { namesAllowed } from './name-constraints.ts';
import { policiesAllowed } from './policy-processing.ts';

const smallestRsaKey = 2048;

export interface PathRules {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whether `at` is proven (by a timestamp): what is out of bounds then is so for good. */
  readonly timeProven: boolean;
  readonly purpose: CertificatePurpose;
  readonly acceptablePolicies?: readonly string[];
}

/** Everything RFC 5280 6.1 asks of a path but signatures and revocation; leaf first, anchor last. */
export function checkPath(path: readonly Certificate[], rules: PathRules): readonly Finding[] {
  const anchor = path.at(-1);
  const leaf = path[0];
  if (anchor === undefined || leaf === undefined) return [];
  const below = path.length === 1 ? [leaf] : path.slice(0, -1).toReversed();
  return [
    ...checkDates(leaf, rules),
    ...below.slice(0, -1).flatMap((certificate) => checkAuthorityDates(certificate, rules)),
    ...below.flatMap(checkCertificate),
    ...checkAuthorities(anchor, below),
    ...checkNames(anchor, below),
    ...(policiesAllowed(below, rules.acceptablePolicies) ? [] : [chainFailure('no valid certificate policy')]),
    ...(servesPurpose(leaf, rules.purpose)
      ? []
      : [indeterminate('CHAIN_CONSTRAINTS_FAILURE', `certificate is not for ${rules.purpose}`)]),
  ];
}

function checkDates({ notBefore, notAfter }: Certificate, { at, timeProven }: PathRules): readonly Finding[] {
  if (at < notBefore) return [failed('NOT_YET_VALID', `valid from ${isoTime(notBefore)}`)];
  if (at <= notAfter) return [];
  const detail = `valid until ${isoTime(notAfter)}`;
  return [timeProven ? failed('EXPIRED', detail) : indeterminate('OUT_OF_BOUNDS_NO_POE', detail)];
}

function checkAuthorityDates(certificate: Certificate, { at }: PathRules): readonly Finding[] {
  if (at >= certificate.notBefore && at <= certificate.notAfter) return [];
  return [indeterminate('OUT_OF_BOUNDS_NO_POE', `${certificate.subject.text} not valid at ${isoTime(at)}`)];
}

function checkCertificate({ subject, extensions, publicKeyAlgorithm }: Certificate): readonly Finding[] {
  const unknown = extensions.unknownCriticalExtensions.map((oid) =>
    chainFailure(`${subject.text}: critical extension ${oid} unknown`),
  );
  const { family, bits } = publicKeyAlgorithm;
  const weak = family === 'other' || (family === 'rsa' && bits < smallestRsaKey);
  const detail = `${subject.text}: ${family} key of ${bits} bits`;
  return weak ? [...unknown, indeterminate('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', detail)] : unknown;
}

/** Who signs certificates must be allowed to, and over no longer a path than allowed; the anchor's own limit counts. */
function checkAuthorities(anchor: Certificate, below: readonly Certificate[]): readonly Finding[] {
  let left = anchor.extensions.basicConstraints?.pathLength ?? Number.POSITIVE_INFINITY;
  const findings: Finding[] = [];
  for (const certificate of below.slice(0, -1)) {
    const { basicConstraints, keyUsage } = certificate.extensions;
    const name = certificate.subject.text;
    if (basicConstraints?.ca !== true) findings.push(chainFailure(`${name} is no authority`));
    if (keyUsage !== undefined && !keyUsage.has('keyCertSign')) {
      findings.push(chainFailure(`${name} may not sign certificates`));
    }
    if (!isSelfIssued(certificate) && --left < 0) findings.push(chainFailure(`${name}: path too long`));
    left = Math.min(left, basicConstraints?.pathLength ?? Number.POSITIVE_INFINITY);
  }
  return findings;
}

function checkNames(anchor: Certificate, below: readonly Certificate[]): readonly Finding[] {
  const constraints: NameConstraints[] = [];
  const findings: Finding[] = [];
  const add = ({ extensions }: Certificate) => {
    if (extensions.nameConstraints !== undefined) constraints.push(extensions.nameConstraints);
  };
  add(anchor);
  for (const [i, certificate] of below.entries()) {
    const isLeaf = i === below.length - 1;
    const exempt = !isLeaf && isSelfIssued(certificate);
    if (!exempt && !namesAllowed(certificate, constraints)) {
      findings.push(chainFailure(`${certificate.subject.text}: name not permitted`));
    }
    add(certificate);
  }
  return findings;
}

function chainFailure(detail: string): Finding {
  return indeterminate('CERTIFICATE_CHAIN_GENERAL_FAILURE', detail);
}

function isoTime(epoch: number): string {
  return new Date(epoch).toISOString();
}
