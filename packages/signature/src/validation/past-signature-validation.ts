import type { RevocationEvidence } from '../revocation/index.ts';
import type { CertificateConclusion, PathProblem } from './certificate-conclusion.ts';
import { type Conclusion, failedWith, indeterminateWith, isoTime, passed } from './conclusion.ts';
import { weakAlgorithms, weaknessConclusion } from './crypto-constraints.ts';
import { type PastCertificateConclusion, validatePastCertificate } from './past-certificate-validation.ts';
import { commonValidity } from './path-bounds.ts';
import type { ProofsOfExistence } from './proofs-of-existence.ts';
import {
  type CertificateQuestion,
  isTrustedAt,
  type ProspectivePath,
  prospectivePaths,
  sameCertificate,
} from './prospective-path.ts';
import { isFresh } from './revocation-freshness.ts';
import type { AlgorithmUse } from './signature-evidence.ts';
import type { ValidationEnvironment } from './validation-context.ts';

/** A signature, or a timestamp token, that cannot be relied on now, and since when it is known to exist. */
export interface PastSubject {
  readonly question: CertificateQuestion;
  readonly current: CertificateConclusion;
  /** Best signature time, epoch milliseconds. */
  readonly provenAt: number;
  readonly algorithmsUsed: readonly AlgorithmUse[];
}

/** Whether what cannot be relied on now can be, because it existed in time. @spec EN 319 102-1 5.6.2.4.4 */
export async function validatePastSignature(
  subject: PastSubject,
  proofs: ProofsOfExistence,
  environment: ValidationEnvironment,
): Promise<Conclusion> {
  const { question, current, provenAt } = subject;
  const prospects = await prospectivePaths(question, environment);
  const proven = prospects.map((prospect) => withProvenRevocation(prospect, proofs));
  const revocationProven = proven.some(
    ({ answers }) => answers.length === 0 || answers[0]?.exempt || (answers[0]?.data.length ?? 0) > 0,
  );
  const past = validatePastCertificate(revocationProven ? proven : prospects, proofs, environment);
  if (past.indication !== 'passed') return current;
  if (provenAt < question.certificate.notBefore) return tooEarly(provenAt, question);
  if (!isTrustedAt(past.prospect?.trust ?? [], provenAt)) return current;
  const open = current.problems.find((problem) => !isSettled(problem, { subject, past, proofs, environment }));
  if (open !== undefined) return open;
  const { from, to } = commonValidity(past.prospect?.path ?? []);
  if (provenAt < from || provenAt > to) return tooLate(provenAt, question);
  const weak = weakAlgorithms(subject.algorithmsUsed, provenAt, environment.policy);
  if (weak.length > 0) return weaknessConclusion(weak);
  return revocationProven ? passed : revocationIssuerUnproven();
}

/** Step 1: revocation data whose issuer is proven to have run when it existed. */
function withProvenRevocation(prospect: ProspectivePath, proofs: ProofsOfExistence): ProspectivePath {
  const [leaf, ...above] = prospect.answers;
  if (leaf === undefined) return prospect;
  const data = leaf.data.filter(
    ({ signer }) => sameCertificate(signer, prospect.path.at(-1)) || isProven(signer, proofs),
  );
  return { ...prospect, answers: [{ ...leaf, data }, ...above] };
}

function isProven({ der, notAfter }: RevocationEvidence['signer'], proofs: ProofsOfExistence): boolean {
  return proofs.ofObject(der) <= notAfter;
}

interface Settlement {
  readonly subject: PastSubject;
  readonly past: PastCertificateConclusion;
  readonly proofs: ProofsOfExistence;
  readonly environment: ValidationEnvironment;
}

/** Steps 3 to 6. */
function isSettled(problem: PathProblem, { subject, past, proofs, environment }: Settlement): boolean {
  const { provenAt } = subject;
  const inTime = provenAt <= (past.controlTime ?? Number.NEGATIVE_INFINITY);
  switch (problem.subIndication) {
    case 'NO_CERTIFICATE_CHAIN_FOUND_NO_POE':
    case 'REVOKED_NO_POE':
    case 'REVOKED_CA_NO_POE':
    case 'REVOCATION_OUT_OF_BOUNDS_NO_POE':
    case 'OUT_OF_BOUNDS_NO_POE':
    case 'OUT_OF_BOUNDS_NOT_REVOKED':
      return inTime;
    case 'TRY_LATER':
      return inTime || (problem.stale?.every((data) => isFresh(data, provenAt, environment.policy)) ?? false);
    case 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE':
      return (problem.weak ?? [{ until: undefined, der: undefined }]).every(
        ({ der, until }) => until !== undefined && (der === undefined ? provenAt : proofs.ofObject(der)) < until,
      );
    default:
      return false;
  }
}

function tooEarly(provenAt: number, { certificate }: CertificateQuestion): Conclusion {
  const detail = `existed at ${isoTime(provenAt)}, the certificate runs from ${isoTime(certificate.notBefore)}`;
  return failedWith('NOT_YET_VALID', { code: 'signed-before-certificate', detail });
}

function tooLate(provenAt: number, { certificate }: CertificateQuestion): Conclusion {
  const detail = `known to exist at ${isoTime(provenAt)}, the certificate ran until ${isoTime(certificate.notAfter)}`;
  return indeterminateWith('OUT_OF_BOUNDS_NOT_REVOKED', { code: 'proven-after-expiry', detail });
}

function revocationIssuerUnproven(): Conclusion {
  const detail = 'no proof that the revocation data existed while the certificate of its issuer ran';
  return indeterminateWith('REVOCATION_OUT_OF_BOUNDS_NO_POE', { code: 'revocation-issuer-expired', detail });
}
