import type { Certificate } from '../certificate/certificate.ts';
import { checkSignedData, contentTypeOid, type SignedDataReport } from '../cms/index.ts';
import { equalBytes } from '../der/writer.ts';
import { parseTimestampToken, type TimestampToken } from '../timestamp/index.ts';
import {
  type CertificateConclusion,
  concludeProblems,
  type PathProblem,
  pathProblem,
} from './certificate-conclusion.ts';
import { validateCertificate } from './certificate-validation.ts';
import { type Conclusion, failedWith, indeterminateWith, isoTime } from './conclusion.ts';
import { weakAlgorithms } from './crypto-constraints.ts';
import type { JudgedTimestamp } from './judged-timestamp.ts';
import { isTrustedAt } from './prospective-path.ts';
import type { AlgorithmUse, TimestampEvidence } from './signature-evidence.ts';
import type { ValidationEnvironment } from './validation-context.ts';
import { joinMaterial, readMaterial } from './validation-material.ts';

/**
 * One timestamp as of the validation time. Revocation data about its authority must be fresh for the time the token was
 * made, not for now: an archive asked in ten years has no newer one. @spec EN 319 102-1 5.4.4, RFC 3161
 */
export async function validateTimestamp(
  evidence: TimestampEvidence,
  given: ValidationEnvironment,
): Promise<JudgedTimestamp> {
  const token = readable(evidence.token);
  if (typeof token === 'string') {
    const unreadable = failedWith('FORMAT_FAILURE', { code: 'timestamp-malformed', detail: token });
    return { ...judged(evidence, unusable(unreadable), given), imprintOk: false };
  }
  const environment = withToken(token, given);
  const imprintOk = imprintFits(token, evidence);
  const signed = await checkSignedData({
    ...{ signedData: token.signedData, contentType: contentTypeOid.timestampInfo, allowSigningCertificateV1: true },
    certificates: environment.all.certificates.map(({ der }) => der),
    crypto: environment.crypto,
  });
  const broken = imprintOk ? tokenProblem(signed) : imprintWrong(evidence);
  const { certificate } = signed;
  if (broken !== undefined || certificate === undefined) {
    const basic = unusable(broken ?? indeterminateWith('NO_SIGNING_CERTIFICATE_FOUND', noAuthority));
    return { ...judged(evidence, basic, environment), token, imprintOk };
  }
  const question = { certificate, purpose: 'timeStamping', freshAt: token.info.genTime } as const;
  const trusted = await validateCertificate(question, environment);
  const algorithmsUsed = algorithmsOf(token, certificate);
  const problems = [
    ...datedWrongly(token, certificate),
    ...trusted.problems,
    ...trustedTooLate(token, trusted),
    ...weakToken(algorithmsUsed, environment),
  ];
  const basic = { ...trusted, ...concludeProblems(problems), problems };
  const past = { question, current: basic, algorithmsUsed };
  return { ...judged(evidence, basic, environment), token, imprintOk, past };
}

const noAuthority = { code: 'timestamp-authority-missing', detail: 'the certificate of the authority is missing' };

function judged(evidence: TimestampEvidence, basic: CertificateConclusion, environment: ValidationEnvironment) {
  return { evidence, basic, conclusion: basic, environment };
}

function unusable(conclusion: Conclusion): CertificateConclusion {
  return { ...conclusion, problems: [conclusion], path: [], revocations: [] };
}

function withToken({ signedData }: TimestampToken, given: ValidationEnvironment): ValidationEnvironment {
  const carried = readMaterial({ certificates: signedData.certificates, crls: signedData.crls, ocsps: [] });
  return { ...given, all: joinMaterial(given.all, carried) };
}

/** Always of this very file: tokens can be copied from others. */
function imprintFits({ info }: TimestampToken, evidence: TimestampEvidence): boolean {
  const { algorithm, digest } = info.imprint;
  const expected = algorithm && evidence.imprint(algorithm);
  return expected !== undefined && equalBytes(digest, expected);
}

function imprintWrong({ id }: TimestampEvidence): Conclusion {
  return failedWith('HASH_FAILURE', { code: 'timestamp-of-another', detail: `${id} is over something else` });
}

function tokenProblem({ findings }: SignedDataReport): Conclusion | undefined {
  const worst = findings.find(({ indication }) => indication === 'failed') ?? findings[0];
  if (worst === undefined) return undefined;
  const conclude = worst.indication === 'failed' ? failedWith : indeterminateWith;
  return conclude(worst.subIndication, { code: 'timestamp-signature-wrong', detail: worst.detail });
}

/** A key cannot have been used by its authority before or after its certificate ran. */
function datedWrongly({ info }: TimestampToken, { notBefore, notAfter }: Certificate): readonly PathProblem[] {
  const detail = `made at ${isoTime(info.genTime)}`;
  const code = 'timestamp-outside-authority';
  if (info.genTime < notBefore) return [failedWith('NOT_YET_VALID', { code, detail })];
  return info.genTime > notAfter ? [failedWith('EXPIRED', { code, detail })] : [];
}

/** Who is trusted only since later vouches for nothing before. @spec TS 119 615 4.4 */
function trustedTooLate({ info }: TimestampToken, { trust, path }: CertificateConclusion): readonly PathProblem[] {
  if (trust === undefined || isTrustedAt(trust, info.genTime)) return [];
  const detail = `${path.at(-1)?.subject.text ?? ''} was not trusted at ${isoTime(info.genTime)}`;
  return [pathProblem('NO_CERTIFICATE_CHAIN_FOUND', { code: 'anchor-not-trusted-then', detail })];
}

function algorithmsOf({ info, signedData }: TimestampToken, authority: Certificate): readonly AlgorithmUse[] {
  const [signer] = signedData.signers;
  const { bits: keyBits } = authority.publicKeyAlgorithm;
  return [
    { role: 'signature', algorithm: signer?.signatureAlgorithm ?? 'unknown', keyBits, where: 'timestamp signature' },
    { role: 'digest', algorithm: signer?.digestAlgorithm ?? 'unknown', where: 'timestamp message digest' },
    { role: 'digest', algorithm: info.imprint.algorithm ?? 'unknown', where: 'timestamp imprint' },
  ];
}

function weakToken(uses: readonly AlgorithmUse[], { at, policy }: ValidationEnvironment): readonly PathProblem[] {
  const weak = weakAlgorithms(uses, at, policy);
  if (weak.length === 0) return [];
  const detail = weak.map((one) => one.detail).join('; ');
  return [pathProblem('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', { code: 'algorithm-too-weak', detail }, { weak })];
}

function readable(der: Uint8Array): TimestampToken | string {
  try {
    return parseTimestampToken(der);
  } catch (error) {
    return String(error);
  }
}
