import { type Conclusion, failedWith, passed } from './conclusion.ts';
import { problemConclusion } from './evidence-problems.ts';
import type { SignatureEvidence } from './signature-evidence.ts';

/**
 * Whether the signature can be processed at all. A PDF whose later revisions changed what was signed in a way that is not
 * allowed is no longer what was signed, however right the mathematics. @spec EN 319 102-1 5.2.2
 */
export function checkFormat(evidence: SignatureEvidence): Conclusion {
  const found = problemConclusion(evidence, 'FORMAT_FAILURE');
  if (found !== undefined) return found;
  const refused = evidence.changesAfter.filter(({ permitted }) => !permitted);
  if (refused.length === 0) return passed;
  const detail = refused.map((change) => [change.kind, change.detail].filter(Boolean).join(': ')).join('; ');
  return failedWith('FORMAT_FAILURE', { code: 'changed-after-signing', detail });
}
