import { concludeProblems } from './certificate-conclusion.ts';
import { type Conclusion, concludedAs, isOpen, type ValidationSubIndication } from './conclusion.ts';
import type { JudgedTimestamp } from './judged-timestamp.ts';
import { validatePastSignature } from './past-signature-validation.ts';
import { extractProofs } from './poe-extraction.ts';
import { ProofsOfExistence } from './proofs-of-existence.ts';
import { acceptSignature } from './signature-acceptance.ts';
import type { SignatureEvidence } from './signature-evidence.ts';
import { checkTimestampOrder } from './timestamp-order.ts';
import type { ValidationEnvironment } from './validation-context.ts';
import { bestTime, type TimedConclusion, validateWithTime } from './validation-with-time.ts';

export interface LongTermConclusion extends TimedConclusion {
  readonly timestamps: readonly JudgedTimestamp[];
  readonly proofs: ProofsOfExistence;
}

/** What proofs of existence may still settle. @spec EN 319 102-1 5.6.3.4 step 3 */
const recoverable: readonly ValidationSubIndication[] = [
  'NO_CERTIFICATE_CHAIN_FOUND_NO_POE',
  'REVOKED_NO_POE',
  'REVOKED_CA_NO_POE',
  'OUT_OF_BOUNDS_NO_POE',
  'OUT_OF_BOUNDS_NOT_REVOKED',
  'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  'REVOCATION_OUT_OF_BOUNDS_NO_POE',
  'TRY_LATER',
];

/** Signatures with material for the long term; all others end after their first step. @spec EN 319 102-1 5.6.3.4 */
export async function validateLongTerm(
  evidence: SignatureEvidence,
  given: readonly JudgedTimestamp[],
  environment: ValidationEnvironment,
): Promise<LongTermConclusion> {
  const timed = await validateWithTime(evidence, given, environment);
  const proofs = new ProofsOfExistence(environment.crypto, environment.at);
  const claimed = bestTime(evidence, [], environment);
  if (claimed < environment.at) proofs.addSignature(claimed, 'claimed');
  const timestamps = await provenTimestamps(given, proofs, environment);
  const bestSignatureTime = Math.min(timed.bestSignatureTime, proofs.ofSignature());
  const { signingCertificate: certificate } = evidence;
  const done = { ...timed, bestSignatureTime, timestamps, proofs };
  if (!isOpen(timed, ...recoverable) || given.length === 0 || certificate === undefined) return done;
  const past = await validatePastSignature(
    {
      question: { certificate, purpose: 'documentSigning' },
      current: timed,
      provenAt: bestSignatureTime,
      algorithmsUsed: evidence.algorithmsUsed,
    },
    proofs,
    environment,
  );
  const conclusions = past.indication === 'passed' ? finalChecks(evidence, done, environment) : [past];
  const conclusion = concludeProblems(conclusions);
  const warnings = timed.findings.filter(({ severity }) => severity === 'warning');
  return concludedAs(done, { ...conclusion, findings: [...conclusion.findings, ...warnings] });
}

/** Step 5: the newest first, since each may prove that those before it existed in time. */
async function provenTimestamps(
  given: readonly JudgedTimestamp[],
  proofs: ProofsOfExistence,
  environment: ValidationEnvironment,
): Promise<readonly JudgedTimestamp[]> {
  const time = ({ token }: JudgedTimestamp) => token?.info.genTime ?? 0;
  const concluded = new Map<JudgedTimestamp, JudgedTimestamp>();
  for (const timestamp of given.toSorted((a, b) => time(b) - time(a))) {
    const judged = { ...timestamp, conclusion: await proven(timestamp, proofs) };
    concluded.set(timestamp, judged);
    if (judged.conclusion.indication === 'passed') extractProofs(judged, proofs, environment);
  }
  return given.map((timestamp) => concluded.get(timestamp) ?? timestamp);
}

async function proven({ basic, past, evidence, environment }: JudgedTimestamp, proofs: ProofsOfExistence) {
  if (past === undefined || !isOpen(basic, ...recoverable)) return basic;
  return validatePastSignature({ ...past, provenAt: proofs.ofObject(evidence.token) }, proofs, environment);
}

/** Steps 8 and 9. */
function finalChecks(
  evidence: SignatureEvidence,
  { timestamps, bestSignatureTime }: LongTermConclusion,
  { policy }: ValidationEnvironment,
): readonly Conclusion[] {
  const good = timestamps.filter(({ conclusion }) => conclusion.indication === 'passed');
  const checks = [checkTimestampOrder(good), acceptSignature(evidence, bestSignatureTime, policy)];
  return checks.filter(({ indication }) => indication !== 'passed');
}
