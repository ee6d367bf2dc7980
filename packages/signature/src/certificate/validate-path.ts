import type { CryptoPort } from '../crypto/index.ts';
import type { Crl } from '../revocation/crl.ts';
import type { OcspResponse } from '../revocation/ocsp-response.ts';
import { type RevocationStatus, revocationStatus } from '../revocation/revocation-status.ts';
import { buildPaths } from './build-paths.ts';
import type { Certificate } from './certificate.ts';
import type { CertificatePurpose } from './certificate-purpose.ts';
import { checkPath } from './check-path.ts';
import { defined } from './extensions.ts';
import { conclude, type Finding, failed, type Indication, indeterminate, type SubIndication } from './indication.ts';
import { parseCertificate } from './parse-certificate.ts';

export interface PathInput {
  /** DER or parsed, here and below: who checks many signatures reads each certificate once. */
  readonly leaf: Uint8Array | Certificate;
  readonly intermediates: readonly (Uint8Array | Certificate)[];
  readonly anchors: readonly (Uint8Array | Certificate)[];
  /** The time the path must have been good at, epoch milliseconds: the best proven signing time. */
  readonly at: number;
  /**
   * Whether something else than the signatory says so (a timestamp). Unproven, a certificate expired or revoked by `at`
   * leaves open whether the signature was earlier: indeterminate, not failed. True unless said otherwise.
   */
  readonly timeProven?: boolean;
  readonly crls?: readonly (Uint8Array | Crl)[];
  readonly ocsps?: readonly (Uint8Array | OcspResponse)[];
  readonly crypto: CryptoPort;
  /** `documentSigning` unless said otherwise. */
  readonly purpose?: CertificatePurpose;
  readonly acceptablePolicies?: readonly string[];
  /** Whose revocation must be known: everyone's below the anchor (the rule), or nobody's (while issuing). */
  readonly revocation?: 'required' | 'ignored';
}

export interface PathReport {
  readonly indication: Indication;
  readonly subIndication?: SubIndication;
  /** Leaf first, anchor last; only the leaf where no path was found. */
  readonly path: readonly Certificate[];
  /** The leaf's. */
  readonly revocation: RevocationStatus;
  /** Of each certificate of the path but the anchor, in the order of the path. */
  readonly revocations: readonly RevocationStatus[];
  readonly findings: readonly Finding[];
}

/** Whether a certificate was good for a purpose at a time. Throws `certificate-malformed`. @spec RFC 5280 6, EN 319 102-1 5.2.6 */
export async function validatePath(input: PathInput): Promise<PathReport> {
  const leaf = certificateOf(input.leaf);
  const { timeProven = true, purpose = 'documentSigning', at } = input;
  const store = {
    anchors: input.anchors.map(certificateOf),
    intermediates: input.intermediates.flatMap(readableCertificate),
  };
  const paths = await buildPaths(leaf, store, input.crypto);
  const rules = { at, timeProven, purpose, ...defined({ acceptablePolicies: input.acceptablePolicies }) };
  const checked = paths.map((path) => ({ path, findings: checkPath(path, rules) }));
  const best = checked.find(({ findings }) => findings.length === 0) ?? checked[0];
  if (best === undefined) {
    const findings = [indeterminate('NO_CERTIFICATE_CHAIN_FOUND', `no path from ${leaf.subject.text} to an anchor`)];
    return { ...conclude(findings), path: [leaf], revocation: unknown, revocations: [], findings };
  }
  const revocations = input.revocation === 'ignored' ? [] : await revocationsOf(best.path, input);
  const findings = [...best.findings, ...revocations.flatMap((status, i) => revocationFindings(status, i, timeProven))];
  return { ...conclude(findings), path: best.path, revocation: revocations[0] ?? unknown, revocations, findings };
}

const unknown: RevocationStatus = { status: 'unknown', problems: [] };

async function revocationsOf(path: readonly Certificate[], input: PathInput): Promise<readonly RevocationStatus[]> {
  const statuses: RevocationStatus[] = [];
  for (const [i, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[i + 1];
    if (issuer === undefined) break;
    const { at, crypto, crls = [], ocsps = [] } = input;
    statuses.push(await revocationStatus({ certificate, issuer, at, crls, ocsps, crypto }));
  }
  return statuses;
}

function revocationFindings(status: RevocationStatus, position: number, timeProven: boolean): readonly Finding[] {
  switch (status.status) {
    case 'good':
      return [];
    case 'revoked': {
      const detail = `revoked at ${new Date(status.revokedAt).toISOString()} (${status.reason})`;
      if (position > 0) return [indeterminate('REVOKED_CA_NO_POE', detail)];
      return [timeProven ? failed('REVOKED', detail) : indeterminate('REVOKED_NO_POE', detail)];
    }
    case 'unknown': {
      const detail = ['no usable revocation evidence', ...status.problems].join('; ');
      return [indeterminate(status.tooLate ? 'REVOCATION_OUT_OF_BOUNDS_NO_POE' : 'TRY_LATER', detail)];
    }
  }
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
