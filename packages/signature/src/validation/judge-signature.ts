import type { Certificate } from '../certificate/certificate.ts';
import { defined } from '../certificate/extensions.ts';
import type { RevocationEvidence } from '../revocation/index.ts';
import { namesItsAuthority, type TimestampToken } from '../timestamp/index.ts';
import type { CertificateConclusion } from './certificate-conclusion.ts';
import { type JudgementFinding, warning } from './conclusion.ts';
import type { JudgedTimestamp } from './judged-timestamp.ts';
import { type LongTermConclusion, validateLongTerm } from './long-term-validation.ts';
import type { SignatureEvidence } from './signature-evidence.ts';
import type { SignatureJudgement, TimestampJudgement, TotalIndication, UsedRevocation } from './signature-judgement.ts';
import { validateTimestamp } from './timestamp-validation.ts';
import type { ValidationContext, ValidationEnvironment } from './validation-context.ts';
import { joinMaterial, readMaterial, type ValidationMaterial } from './validation-material.ts';

/**
 * Judges one signature by all that is known of it; never throws for what the file holds. What is missing leaves the
 * judgement open: it never counts as good. @spec EN 319 102-1 V1.4.1 5
 */
export async function judgeSignature(
  evidence: SignatureEvidence,
  context: ValidationContext,
): Promise<SignatureJudgement> {
  const environment = { ...context, all: joinMaterial(context.material, readMaterial(evidence)) };
  const timestamps = await Promise.all(evidence.timestamps.map((one) => validateTimestamp(one, environment)));
  const conclusion = await validateLongTerm(evidence, timestamps, environment);
  return reported(evidence, conclusion, environment);
}

const totals: Readonly<Record<LongTermConclusion['indication'], TotalIndication>> = {
  passed: 'TOTAL-PASSED',
  failed: 'TOTAL-FAILED',
  indeterminate: 'INDETERMINATE',
};

function reported(
  evidence: SignatureEvidence,
  conclusion: LongTermConclusion,
  environment: ValidationEnvironment,
): SignatureJudgement {
  const { bestSignatureTime, subIndication, timestamps, proofs, path } = conclusion;
  const { claimedSigningTime: claimedTime } = evidence;
  const given = environment.material;
  return {
    ...{ evidence, bestSignatureTime, path },
    indication: totals[conclusion.indication],
    ...defined({ subIndication, claimedTime }),
    process: timestamps.length === 0 ? 'basic' : 'long-term',
    timeProven: bestSignatureTime < environment.at,
    revocations: usedRevocations(conclusion, given),
    timestamps: timestamps.map((one) => reportedTimestamp(one, given)),
    proofs: proofs.all(),
    findings: [...conclusion.findings, ...claimFindings(evidence)],
  };
}

const timestampIndications = { passed: 'PASSED', failed: 'FAILED', indeterminate: 'INDETERMINATE' } as const;

function reportedTimestamp(
  { evidence, token, basic, conclusion, imprintOk }: JudgedTimestamp,
  given: ValidationMaterial,
): TimestampJudgement {
  const { id, kind } = evidence;
  const { indication, subIndication, findings } = conclusion;
  return {
    ...{ id, kind, imprintOk, findings: [...findings, ...nameFindings(token, basic.path[0])] },
    indication: timestampIndications[indication],
    ...defined({ subIndication, time: token?.info.genTime, accuracy: token?.info.accuracy }),
    path: basic.path,
    revocations: usedRevocations(basic, given),
  };
}

/** A warning only: authorities in use write their own name in other ways than their certificates. */
function nameFindings(token: TimestampToken | undefined, certificate: Certificate | undefined): JudgementFinding[] {
  if (token === undefined || certificate === undefined || namesItsAuthority(token.info, certificate)) return [];
  return [warning('timestamp-names-another', `not the name of ${certificate.subject.text}`)];
}

function usedRevocations({ revocations }: CertificateConclusion, given: ValidationMaterial) {
  return revocations.map((used) => used && { ...used, origin: originOf(used, given) });
}

function originOf({ object }: RevocationEvidence, { crls, ocsps }: ValidationMaterial): UsedRevocation['origin'] {
  const all: readonly object[] = [...crls, ...ocsps];
  return all.includes(object) ? 'given' : 'embedded';
}

/** A claimed time proves nothing, but one the certificate contradicts should be seen. */
function claimFindings({ claimedSigningTime, signingCertificate }: SignatureEvidence): readonly JudgementFinding[] {
  if (claimedSigningTime === undefined || signingCertificate === undefined) return [];
  const { notBefore, notAfter } = signingCertificate;
  if (claimedSigningTime < notBefore) return [warning('claimed-before-certificate', 'claimed time before notBefore')];
  if (claimedSigningTime > notAfter) return [warning('claimed-after-certificate', 'claimed time after notAfter')];
  return [];
}
