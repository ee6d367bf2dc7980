import type { Certificate } from '../certificate/certificate.ts';
import type { RevocationEvidence, RevocationReason } from '../revocation/index.ts';
import { type Conclusion, indeterminateWith, passed, type ValidationSubIndication } from './conclusion.ts';
import type { WeakMaterial } from './crypto-constraints.ts';
import type { TrustedAnchor } from './validation-context.ts';

/** What the validation of a certificate returns, with what later processes need of it. @spec EN 319 102-1 5.2.6.3 */
export interface CertificateConclusion extends Conclusion {
  /** Leaf first, anchor last; only the leaf where no path was found. */
  readonly path: readonly Certificate[];
  /** What was used for each certificate of the path but the anchor, in the order of the path. */
  readonly revocations: readonly (RevocationEvidence | undefined)[];
  /** When the anchor of the path was trusted. */
  readonly trust?: readonly TrustedAnchor[];
  /** Everything that speaks against it, the conclusion’s own first: proofs of existence must settle each. */
  readonly problems: readonly PathProblem[];
}

export interface CertificateDetails {
  /** Of the signing certificate, or of the authority above it that `REVOKED_CA_NO_POE` is about. */
  readonly revoked?: { readonly at: number; readonly reason: RevocationReason };
  /** `TRY_LATER` because the certificate is on hold, since then. */
  readonly suspendedAt?: number;
  /** `TRY_LATER` because these were not fresh enough. */
  readonly stale?: readonly RevocationEvidence[];
  /** When newer revocation data is to be had, epoch milliseconds. */
  readonly tryAgainAt?: number;
  /** `CRYPTO_CONSTRAINTS_FAILURE_NO_POE` because of these. */
  readonly weak?: readonly WeakMaterial[];
}

/** One thing that speaks against a path. */
export type PathProblem = Conclusion & CertificateDetails;

/** What the problems add up to: the first decides, and all are told. */
export function concludeProblems(problems: readonly PathProblem[]): Conclusion {
  const [first] = problems;
  if (first === undefined) return passed;
  const { indication, subIndication } = first;
  const findings = problems.flatMap((problem) => problem.findings);
  return { indication, findings, ...(subIndication === undefined ? {} : { subIndication }) };
}

/** A problem of a path that leaves it open, with what later processes need to settle it. */
export function pathProblem(
  subIndication: ValidationSubIndication,
  reason: { readonly code: string; readonly detail: string },
  details: CertificateDetails = {},
): PathProblem {
  return { ...indeterminateWith(subIndication, reason), ...details };
}
