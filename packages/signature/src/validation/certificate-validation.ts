import type { Certificate } from '../certificate/certificate.ts';
import { type CertificateConclusion, concludeProblems, pathProblem } from './certificate-conclusion.ts';
import { weakInPath } from './crypto-constraints.ts';
import { authorityOutOfBounds, outOfBounds, pastSunset, pathRulesBroken, responderOutOfBounds } from './path-bounds.ts';
import { notFresh, notKnown, revokedAuthority, revokedSigner } from './path-revocation.ts';
import { type CertificateQuestion, type ProspectivePath, prospectivePaths } from './prospective-path.ts';
import type { ValidationEnvironment } from './validation-context.ts';

/** Whether a certificate may be relied on at the validation time. @spec EN 319 102-1 5.2.6.4 */
export async function validateCertificate(
  question: CertificateQuestion,
  environment: ValidationEnvironment,
): Promise<CertificateConclusion> {
  let best: CertificateConclusion | undefined;
  for (const prospect of await prospectivePaths(question, environment)) {
    const conclusion = validatePath(prospect, environment);
    if (conclusion.indication === 'passed') return conclusion;
    if (best === undefined || promise(conclusion) > promise(best)) best = conclusion;
  }
  return best ?? noPath(question.certificate);
}

/** Steps 3 to 8, in the order in which what they find is told. */
function validatePath(prospect: ProspectivePath, environment: ValidationEnvironment): CertificateConclusion {
  const found = pathChecks.map((check) => check(prospect, environment));
  const problems = found.filter((problem) => problem !== undefined);
  const revocations = prospect.answers.map(({ data }) => data[0]);
  return { ...concludeProblems(problems), problems, path: prospect.path, revocations, trust: prospect.trust };
}

/** Step 6. */
function weakPath({ path, answers }: ProspectivePath, { at, policy }: ValidationEnvironment) {
  const weak = weakInPath({ path, revocations: answers.map(({ data }) => data[0]) }, at, policy);
  if (weak.length === 0) return undefined;
  const detail = weak.map((one) => one.detail).join('; ');
  return pathProblem('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', { code: 'algorithm-too-weak', detail }, { weak });
}

const pathChecks = [
  pastSunset,
  pathRulesBroken,
  revokedSigner,
  revokedAuthority,
  notKnown,
  authorityOutOfBounds,
  outOfBounds,
  responderOutOfBounds,
  notFresh,
  weakPath,
] as const;

function noPath(certificate: Certificate): CertificateConclusion {
  const detail = `no path from ${certificate.subject.text} to an anchor`;
  const problems = [pathProblem('NO_CERTIFICATE_CHAIN_FOUND', { code: 'no-path-to-anchor', detail })];
  return { ...concludeProblems(problems), problems, path: [certificate], revocations: [] };
}

/** Of several paths none of which passes, the one is told of that could still be found right by proofs of existence. */
function promise({ subIndication }: CertificateConclusion): number {
  return openings.indexOf(subIndication ?? '');
}

const openings: readonly string[] = [
  'CERTIFICATE_CHAIN_GENERAL_FAILURE',
  'CHAIN_CONSTRAINTS_FAILURE',
  'NO_CERTIFICATE_CHAIN_FOUND_NO_POE',
  'REVOKED_CA_NO_POE',
  'REVOKED_NO_POE',
  'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  'OUT_OF_BOUNDS_NO_POE',
  'OUT_OF_BOUNDS_NOT_REVOKED',
  'REVOCATION_OUT_OF_BOUNDS_NO_POE',
  'TRY_LATER',
];
