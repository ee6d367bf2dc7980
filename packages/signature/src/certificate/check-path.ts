import { cryptoSuitability } from '../crypto-policy/crypto-suitability.ts';
import { defaultValidationPolicy } from '../crypto-policy/default-policy.ts';
import type { KeyRuleFamily, ValidationPolicy } from '../crypto-policy/validation-policy.ts';
import type { Certificate, NameConstraints } from './certificate.ts';
import { type CertificatePurpose, servesPurpose } from './certificate-purpose.ts';
import { type Finding, failed, indeterminate, type PathFindingCode } from './indication.ts';
import { isSelfIssued } from './issued-by.ts';
import { namesAllowed, newComparisonBudget } from './name-constraints.ts';
import { type PolicyOutcome, type PolicyRules, processPolicies } from './policy-processing.ts';
import { signatureWeakness } from './signature-weakness.ts';

export interface PathRules extends PolicyRules {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whether `at` is proven (by a timestamp): what is out of bounds then is so for good. */
  readonly timeProven: boolean;
  readonly purpose: CertificatePurpose;
  /** The default policy unless another is given. */
  readonly algorithms?: Pick<ValidationPolicy, 'digests' | 'keys'>;
}

export interface PathCheck {
  readonly findings: readonly Finding[];
  readonly policies: PolicyOutcome;
}

/** Everything RFC 5280 6.1 asks of a path but signatures and revocation; leaf first, anchor last. */
export function checkPath(path: readonly Certificate[], rules: PathRules): PathCheck {
  const below = path.length === 1 ? path : path.slice(0, -1).toReversed();
  const policies = processPolicies(below, rules);
  const [leaf] = path;
  const anchor = path.at(-1);
  if (anchor === undefined || leaf === undefined) return { findings: [], policies };
  const findings = [
    ...checkDates(leaf, rules),
    ...path.slice(1).flatMap((certificate) => checkAuthorityDates(certificate, rules)),
    ...path.toReversed().flatMap(checkExtensions),
    ...below.flatMap((certificate, i) => checkAlgorithms(certificate, below[i - 1] ?? anchor, rules)),
    ...checkAuthorities(anchor, below),
    ...checkNames(anchor, below),
    ...(policies.problem === undefined
      ? []
      : [chainFailure(leaf, { code: policies.problem, detail: 'no valid certificate policy' })]),
    ...checkPurpose(leaf, rules.purpose),
  ];
  return { findings, policies };
}

function checkDates(leaf: Certificate, { at, timeProven }: PathRules): readonly Finding[] {
  const { notBefore, notAfter, subject } = leaf;
  if (at < notBefore) {
    const about = { code: 'not-valid-yet', subject: subject.text, time: notBefore } as const;
    return [failed('NOT_YET_VALID', `valid from ${isoTime(notBefore)}`, about)];
  }
  if (at <= notAfter) return [];
  const detail = `valid until ${isoTime(notAfter)}`;
  const about = { code: 'expired', subject: subject.text, time: notAfter } as const;
  return [timeProven ? failed('EXPIRED', detail, about) : indeterminate('OUT_OF_BOUNDS_NO_POE', detail, about)];
}

/** The anchor’s certificate too: who lists it as a root has nothing else to say until when. */
function checkAuthorityDates({ notBefore, notAfter, subject }: Certificate, { at }: PathRules): readonly Finding[] {
  if (at >= notBefore && at <= notAfter) return [];
  const detail = `${subject.text} not valid at ${isoTime(at)}`;
  const early = at < notBefore;
  const code: PathFindingCode = early ? 'authority-not-valid-yet' : 'authority-expired';
  const about = { code, subject: subject.text, time: early ? notBefore : notAfter };
  return [indeterminate('OUT_OF_BOUNDS_NO_POE', detail, about)];
}

function checkExtensions(certificate: Certificate): readonly Finding[] {
  return certificate.extensions.unknownCriticalExtensions.map((oid) =>
    chainFailure(certificate, {
      code: 'critical-extension-unknown',
      detail: `critical extension ${oid} unknown`,
      what: oid,
    }),
  );
}

/** The certificate’s own key, and the signature on it with the key that made it. */
function checkAlgorithms(certificate: Certificate, issuer: Certificate, rules: PathRules): readonly Finding[] {
  const { algorithms = defaultValidationPolicy, at } = rules;
  const { publicKeyAlgorithm: key } = certificate;
  const family = keyFamily(key.family);
  const own =
    family === undefined
      ? `${key.family} key`
      : problemOf(cryptoSuitability({ family, keyBits: key.bits }, at, algorithms));
  const signature = signatureWeakness(certificate, issuer, { at, algorithms });
  return [
    ...(own === undefined ? [] : [weakness(certificate, 'key-too-weak', own)]),
    ...(signature === undefined ? [] : [weakness(certificate, 'signature-too-weak', signature)]),
  ];
}

function keyFamily(family: Certificate['publicKeyAlgorithm']['family']): KeyRuleFamily | undefined {
  if (family === 'other') return undefined;
  return family === 'ec' ? 'ecdsa' : family;
}

function problemOf(suitability: ReturnType<typeof cryptoSuitability>): string | undefined {
  return suitability.suitable ? undefined : suitability.detail;
}

function weakness({ subject }: Certificate, code: PathFindingCode, what: string): Finding {
  const about = { code, subject: subject.text, what };
  return indeterminate('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', `${subject.text}: ${what}`, about);
}

/** Who signs certificates must be allowed to, and over no longer a path than allowed; the anchor's own limits count. */
function checkAuthorities(anchor: Certificate, below: readonly Certificate[]): readonly Finding[] {
  let left = anchor.extensions.basicConstraints?.pathLength ?? Number.POSITIVE_INFINITY;
  const findings: Finding[] = [];
  if (below[0] !== anchor) findings.push(...checkMayCertify(anchor, mayBeRoot(anchor)));
  for (const certificate of below.slice(0, -1)) {
    const { basicConstraints } = certificate.extensions;
    const isNamed = certificate.subject.comparable.length > 0;
    findings.push(...checkMayCertify(certificate, basicConstraints?.ca === true && isNamed));
    if (!isSelfIssued(certificate) && --left < 0) {
      findings.push(chainFailure(certificate, { code: 'path-too-long', detail: 'path too long' }));
    }
    left = Math.min(left, basicConstraints?.pathLength ?? Number.POSITIVE_INFINITY);
  }
  return findings;
}

/** Old roots say less: those of version 1 nothing at all, others only by their key usage. */
function mayBeRoot({ version, extensions }: Certificate): boolean {
  return extensions.basicConstraints?.ca ?? (version < 3 || extensions.keyUsage?.has('keyCertSign') === true);
}

function checkMayCertify(certificate: Certificate, isAuthority: boolean): readonly Finding[] {
  const { keyUsage } = certificate.extensions;
  const mayCertify = keyUsage?.has('keyCertSign') ?? true;
  return [
    ...(isAuthority ? [] : [chainFailure(certificate, { code: 'not-an-authority', detail: 'is no authority' })]),
    ...(mayCertify
      ? []
      : [chainFailure(certificate, { code: 'may-not-certify', detail: 'may not sign certificates' })]),
  ];
}

function checkNames(anchor: Certificate, below: readonly Certificate[]): readonly Finding[] {
  const constraints: NameConstraints[] = [];
  const findings: Finding[] = [];
  const budget = newComparisonBudget();
  const add = ({ extensions }: Certificate) => {
    if (extensions.nameConstraints !== undefined) constraints.push(extensions.nameConstraints);
  };
  if (below[0] !== anchor) add(anchor);
  for (const [i, certificate] of below.entries()) {
    const isLeaf = i === below.length - 1;
    const exempt = !isLeaf && isSelfIssued(certificate);
    if (!exempt && !namesAllowed(certificate, constraints, budget)) {
      findings.push(chainFailure(certificate, { code: 'name-not-permitted', detail: 'name not permitted' }));
    }
    add(certificate);
  }
  return findings;
}

function checkPurpose(leaf: Certificate, purpose: CertificatePurpose): readonly Finding[] {
  if (servesPurpose(leaf, purpose)) return [];
  const about = { code: 'wrong-purpose', subject: leaf.subject.text, what: purpose } as const;
  return [indeterminate('CHAIN_CONSTRAINTS_FAILURE', `certificate is not for ${purpose}`, about)];
}

function chainFailure(
  { subject }: Certificate,
  { code, detail, what }: { code: PathFindingCode; detail: string; what?: string },
): Finding {
  const about = { code, subject: subject.text, ...(what !== undefined && { what }) };
  return indeterminate('CERTIFICATE_CHAIN_GENERAL_FAILURE', `${subject.text}: ${detail}`, about);
}

function isoTime(epoch: number): string {
  return new Date(epoch).toISOString();
}
