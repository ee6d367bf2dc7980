import { type Conclusion, failedWith, indeterminateWith, passed } from './conclusion.ts';
import { problemConclusion } from './evidence-problems.ts';
import type { SignatureEvidence } from './signature-evidence.ts';

/** Whether the signed data is there and unchanged, and the value fits. @spec EN 319 102-1 5.2.7.4 */
export function verifyCryptography(evidence: SignatureEvidence): Conclusion {
  return missingData(evidence) ?? brokenData(evidence) ?? brokenValue(evidence) ?? untriedValue(evidence) ?? passed;
}

function brokenData(evidence: SignatureEvidence): Conclusion | undefined {
  const changed = evidence.covered.filter(({ found, intact, untried }) => found && !intact && !untried);
  if (changed.length === 0) return problemConclusion(evidence, 'HASH_FAILURE');
  const detail = changed.map(({ uri, what }) => `${uri} (${what})`).join('; ');
  return failedWith('HASH_FAILURE', { code: 'signed-data-changed', detail });
}

function brokenValue(evidence: SignatureEvidence): Conclusion | undefined {
  const found = problemConclusion(evidence, 'SIG_CRYPTO_FAILURE');
  if (found !== undefined || evidence.signatureIntact !== false) return found;
  const detail = 'the signature value does not fit the signed bytes and the key';
  return failedWith('SIG_CRYPTO_FAILURE', { code: 'signature-value-wrong', detail });
}

function missingData(evidence: SignatureEvidence): Conclusion | undefined {
  const found = problemConclusion(evidence, 'SIGNED_DATA_NOT_FOUND');
  if (found !== undefined) return found;
  const missing = evidence.covered.filter((data) => !data.found);
  if (evidence.covered.length > 0 && missing.length === 0) return undefined;
  const detail = missing.length === 0 ? 'the signature signs nothing' : missing.map(({ uri }) => uri).join('; ');
  return indeterminateWith('SIGNED_DATA_NOT_FOUND', { code: 'signed-data-missing', detail });
}

/** Without a known algorithm nothing can be said of the value, and nothing of how good the algorithm ever was. */
function untriedValue({ signatureIntact, algorithmsUsed, covered }: SignatureEvidence): Conclusion | undefined {
  if (signatureIntact === true && !covered.some(({ untried }) => untried)) return undefined;
  const unknown = algorithmsUsed.filter(({ algorithm }) => algorithm === 'unknown').map(({ where }) => where);
  const detail = unknown.length === 0 ? 'the signature value could not be tried' : unknown.join('; ');
  return indeterminateWith('CRYPTO_CONSTRAINTS_FAILURE_NO_POE', { code: 'algorithm-unknown', detail });
}
