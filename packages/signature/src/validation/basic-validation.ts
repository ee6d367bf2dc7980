import { type CertificateConclusion, concludeProblems, type PathProblem } from './certificate-conclusion.ts';
import { validateCertificate } from './certificate-validation.ts';
import { type Conclusion, isOpen } from './conclusion.ts';
import { weakAlgorithms } from './crypto-constraints.ts';
import { verifyCryptography } from './cryptographic-verification.ts';
import { checkFormat } from './format-checking.ts';
import { identifySigningCertificate } from './identify-signing-certificate.ts';
import { acceptSignature } from './signature-acceptance.ts';
import type { SignatureEvidence } from './signature-evidence.ts';
import { checkSignaturePolicy } from './signature-policy-check.ts';
import type { ValidationEnvironment } from './validation-context.ts';

/**
 * Whether a signature can be relied on at the validation time, nothing known of when it was made. Broken data or a wrong
 * value is told before an untrusted certificate: it is final, whoever signed. @spec EN 319 102-1 5.3.4
 */
export async function validateBasic(
  evidence: SignatureEvidence,
  environment: ValidationEnvironment,
): Promise<CertificateConclusion> {
  const format = checkFormat(evidence);
  const cryptography = verifyCryptography(evidence);
  const identified = identifySigningCertificate(evidence);
  const steps = [format, identified, checkSignaturePolicy(evidence), cryptography];
  const broken = steps.find(({ indication }) => indication === 'failed') ?? steps.find(isNotPassed);
  const { signingCertificate: certificate } = evidence;
  if (broken !== undefined || certificate === undefined) return unusable(broken ?? identified);
  const trusted = await validateCertificate({ certificate, purpose: 'documentSigning' }, environment);
  const problems = [...trusted.problems, ...acceptance(evidence, environment)];
  const conclusion = concludeProblems(problems);
  return { ...trusted, ...conclusion, problems, findings: [...conclusion.findings, ...identified.findings] };
}

function isNotPassed({ indication }: Conclusion): boolean {
  return indication !== 'passed';
}

function unusable(conclusion: Conclusion): CertificateConclusion {
  return { ...conclusion, problems: [conclusion], path: [], revocations: [] };
}

/** Step 6: algorithms that are too weak now may have been good enough when the signature was made. */
function acceptance(evidence: SignatureEvidence, { at, policy }: ValidationEnvironment): readonly PathProblem[] {
  const accepted = acceptSignature(evidence, at, policy);
  if (accepted.indication === 'passed') return [];
  if (!isOpen(accepted, 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE')) return [accepted];
  return [{ ...accepted, weak: weakAlgorithms(evidence.algorithmsUsed, at, policy) }];
}
