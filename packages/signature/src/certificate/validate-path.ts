import type { RevocationStatus } from '../revocation/revocation-status.ts';
import type { Certificate } from './certificate.ts';
import { checkLinks } from './check-links.ts';
import { checkPath, type PathRules } from './check-path.ts';
import { defined } from './extensions.ts';
import { conclude, type Finding, type Indication, indeterminate, type SubIndication } from './indication.ts';
import { isSignedBy, mayBeIssuedBy } from './issued-by.ts';
import { parseCertificate } from './parse-certificate.ts';
import { PathRevocation, revocationFindings } from './path-revocation.ts';
import { IssuerIndex, PathSearch } from './search-paths.ts';
import type { PathInput } from './validate-path-input.ts';

export interface PathReport {
  readonly indication: Indication;
  readonly subIndication?: SubIndication;
  /** Leaf first, anchor last; only the leaf where no path was found. */
  readonly path: readonly Certificate[];
  /** The leaf's. */
  readonly revocation: RevocationStatus;
  /** Of each certificate of the path but the anchor, in the order of the path. */
  readonly revocations: readonly RevocationStatus[];
  /** OIDs of the policies the path stands under, as far as acceptable. @spec RFC 5280 6.1.6 */
  readonly policies: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Whether a certificate was good for a purpose at a time: the first good path among all that can be built, within
 * `pathSearchLimits`; where none is good, the one with the least wrong. Throws `certificate-malformed`.
 * @spec RFC 5280 6, EN 319 102-1 5.2.6
 */
export async function validatePath(input: PathInput): Promise<PathReport> {
  const leaf = certificateOf(input.leaf);
  const store = {
    anchors: input.anchors.map(certificateOf),
    intermediates: input.intermediates.flatMap(readableCertificate),
  };
  const index = new IssuerIndex(store);
  const revocation = new PathRevocation(index, input);
  const search = new PathSearch(index, (certificate, issuer) => isSignedBy(certificate, issuer, input.crypto));
  let best: PathReport | undefined;
  for await (const path of search.pathsFrom(leaf)) {
    const report = await judge(path, input, revocation);
    if (report.indication === 'passed') return report;
    if (best === undefined || weight(report) < weight(best)) best = report;
  }
  if (best === undefined) return withoutPath(leaf, index, input);
  return search.endedEarly ? withFinding(best, searchEnded(leaf)) : best;
}

async function judge(path: readonly Certificate[], input: PathInput, revocation: PathRevocation): Promise<PathReport> {
  const { findings, policies } = checkPath(path, rulesOf(input));
  const revocations = input.revocation === 'ignored' ? [] : await revocation.ofPath(path);
  const about = { timeProven: input.timeProven ?? true, path };
  const all = [...findings, ...revocationFindings(revocations, about)];
  return {
    ...conclude(all),
    ...{ path, revocations, findings: all, policies: policies.policies },
    revocation: revocations[0] ?? unknown,
  };
}

function rulesOf(input: PathInput): PathRules {
  const { at, timeProven = true, purpose = 'documentSigning' } = input;
  const demanded = input.policy?.certificatePolicies;
  const acceptablePolicies = input.acceptablePolicies ?? demanded;
  return {
    ...{ at, timeProven, purpose },
    requireExplicitPolicy: demanded !== undefined || (input.requireExplicitPolicy ?? acceptablePolicies !== undefined),
    ...defined({
      acceptablePolicies,
      inhibitAnyPolicy: input.inhibitAnyPolicy,
      inhibitPolicyMapping: input.inhibitPolicyMapping,
      algorithms: input.policy,
    }),
  };
}

const unknown: RevocationStatus = { status: 'unknown', problems: [] };

/** What is only not known yet weighs less than what is wrong. */
function weight({ findings }: PathReport): number {
  const wrong = findings.filter(({ subIndication }) => subIndication !== 'TRY_LATER').length;
  return 1000 * wrong + findings.length;
}

/** No path whose signatures are right. Where names lead to an anchor all the same, what breaks on the way is told. */
async function withoutPath(leaf: Certificate, index: IssuerIndex, input: PathInput): Promise<PathReport> {
  const byName = new PathSearch(index, mayBeIssuedBy);
  for await (const path of byName.pathsFrom(leaf)) {
    const { findings } = checkPath(path, rulesOf(input));
    const broken = await checkLinks(path, input.crypto);
    return reportOf(path, [...broken, ...findings]);
  }
  const detail = `no path from ${leaf.subject.text} to an anchor`;
  const finding = indeterminate('NO_CERTIFICATE_CHAIN_FOUND', detail, { code: 'no-path', subject: leaf.subject.text });
  return reportOf([leaf], [finding]);
}

function reportOf(path: readonly Certificate[], findings: readonly Finding[]): PathReport {
  return { ...conclude(findings), path, revocation: unknown, revocations: [], policies: [], findings };
}

function withFinding(report: PathReport, finding: Finding): PathReport {
  const findings = [...report.findings, finding];
  return { ...report, ...conclude(findings), findings };
}

function searchEnded({ subject }: Certificate): Finding {
  const about = { code: 'search-ended-early', subject: subject.text } as const;
  return indeterminate('CERTIFICATE_CHAIN_GENERAL_FAILURE', 'more paths than are looked at', about);
}

function certificateOf(given: Uint8Array | Certificate): Certificate {
  return given instanceof Uint8Array ? parseCertificate(given) : given;
}

/** Certificates brought along with a signature are only a help: one that cannot be read is left out. */
function readableCertificate(given: Uint8Array | Certificate): readonly Certificate[] {
  try {
    return [certificateOf(given)];
  } catch {
    return [];
  }
}
