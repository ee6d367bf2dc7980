import { validateBasic } from './basic-validation.ts';
import { type CertificateConclusion, concludeProblems, type PathProblem } from './certificate-conclusion.ts';
import { type Conclusion, concludedAs, failedWith, indeterminateWith, isOpen, isoTime, passed } from './conclusion.ts';
import { afterContentTimestamp } from './content-timestamps.ts';
import type { JudgedTimestamp } from './judged-timestamp.ts';
import { runs } from './path-bounds.ts';
import { isTrustedAt } from './prospective-path.ts';
import { isFresh } from './revocation-freshness.ts';
import { acceptSignature } from './signature-acceptance.ts';
import type { SignatureEvidence } from './signature-evidence.ts';
import { checkTimestampOrder } from './timestamp-order.ts';
import type { ValidationEnvironment } from './validation-context.ts';

export interface TimedConclusion extends CertificateConclusion {
  /** The earliest time at which the signature is known to have existed, epoch milliseconds. */
  readonly bestSignatureTime: number;
}

/** Signatures with time and with long-term validation material. @spec EN 319 102-1 5.5.4 */
export async function validateWithTime(
  evidence: SignatureEvidence,
  timestamps: readonly JudgedTimestamp[],
  environment: ValidationEnvironment,
): Promise<TimedConclusion> {
  const basic = await validateBasic(evidence, environment);
  const good = timestamps.filter(({ conclusion }) => conclusion.indication === 'passed');
  const bestSignatureTime = bestTime(evidence, good, environment);
  const problems = compareTimes({ basic, evidence, good, timestamps, bestSignatureTime, environment });
  const conclusion = concludeProblems(problems);
  const warnings = basic.findings.filter(({ severity }) => severity === 'warning');
  const told = { ...conclusion, findings: [...conclusion.findings, ...warnings] };
  return { ...concludedAs(basic, told), problems, bestSignatureTime };
}

/** Step 3. A document timestamp counts where it covers the signature. */
export function bestTime(
  { claimedSigningTime }: SignatureEvidence,
  good: readonly JudgedTimestamp[],
  { at, trustClaimedTime }: ValidationEnvironment,
): number {
  const claimed = trustClaimedTime === true && claimedSigningTime !== undefined ? [claimedSigningTime] : [];
  const proven = good.flatMap(({ evidence, token }) =>
    evidence.kind !== 'content' && evidence.proves.signatureValue && token ? [token.info.genTime] : [],
  );
  return Math.min(at, ...claimed, ...proven);
}

interface Comparison {
  readonly basic: CertificateConclusion;
  readonly evidence: SignatureEvidence;
  readonly timestamps: readonly JudgedTimestamp[];
  readonly good: readonly JudgedTimestamp[];
  readonly bestSignatureTime: number;
  readonly environment: ValidationEnvironment;
}

/** Steps 4 to 9: what remains against the signature once it is known to have existed by the best signature time. */
function compareTimes(about: Comparison): readonly PathProblem[] {
  const { basic, evidence, good, bestSignatureTime: time, environment } = about;
  const { signingCertificate: certificate } = evidence;
  if (basic.path.length === 0 || certificate === undefined) return basic.problems;
  if (time < certificate.notBefore) return [tooEarly(about)];
  const open = basic.problems
    .map((problem) => afterContentTimestamp(problem, { certificate, timestamps: good }) ?? problem)
    .filter((problem) => !isSettledBy(problem, about));
  if (open.length > 0) return open;
  const rest: readonly Conclusion[] = [
    trustedThen(about),
    checkTimestampOrder(good),
    acceptSignature(evidence, time, environment.policy),
  ];
  return rest.filter(({ indication }) => indication !== 'passed');
}

/** Whether a problem of today was none yet at the best signature time. */
function isSettledBy(problem: PathProblem, about: Comparison): boolean {
  const { evidence, bestSignatureTime: time, environment } = about;
  const { signingCertificate } = evidence;
  const inside = signingCertificate !== undefined && runs(signingCertificate, time);
  switch (problem.subIndication) {
    case 'REVOKED_NO_POE':
    case 'REVOKED_CA_NO_POE':
      return inside && problem.revoked !== undefined && time < problem.revoked.at;
    case 'OUT_OF_BOUNDS_NOT_REVOKED':
      return inside;
    case 'NO_CERTIFICATE_CHAIN_FOUND_NO_POE':
      return inside && isTrustedAt(about.basic.trust ?? [], time);
    case 'TRY_LATER':
      if (problem.suspendedAt !== undefined) return inside && time < problem.suspendedAt;
      return inside && (problem.stale?.every((data) => isFresh(data, time, environment.policy)) ?? false);
    case 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE':
      // Only of the signature itself: what the path rests on must hold now, or be proven by the archive.
      return problem.weak?.every(({ der, until }) => der === undefined && until !== undefined && time < until) ?? false;
    default:
      return false;
  }
}

/**
 * The status of the anchor counts at the best signature time, not only now. A time told by an authority that was itself not
 * trusted then proves nothing for the signature, but still counts against the anchor. @spec TS 119 615 4.4
 */
function trustedThen({ basic: { trust, path }, timestamps, bestSignatureTime }: Comparison): Conclusion {
  const told = timestamps.filter(isTrustedTooLate).flatMap(({ token }) => (token ? [token.info.genTime] : []));
  const time = Math.min(bestSignatureTime, ...told);
  if (trust === undefined || isTrustedAt(trust, time)) return passed;
  const detail = `${path.at(-1)?.subject.text ?? ''} was not trusted at ${isoTime(time)}`;
  return indeterminateWith('NO_CERTIFICATE_CHAIN_FOUND', { code: 'anchor-not-trusted-then', detail });
}

/** A path there is, and yet none to be trusted. */
function isTrustedTooLate({ conclusion, basic }: JudgedTimestamp): boolean {
  return isOpen(conclusion, 'NO_CERTIFICATE_CHAIN_FOUND') && basic.trust !== undefined;
}

function tooEarly({ evidence, bestSignatureTime }: Comparison): Conclusion {
  const notBefore = evidence.signingCertificate?.notBefore ?? 0;
  const detail = `existed at ${isoTime(bestSignatureTime)}, the certificate runs from ${isoTime(notBefore)}`;
  return failedWith('NOT_YET_VALID', { code: 'signed-before-certificate', detail });
}
