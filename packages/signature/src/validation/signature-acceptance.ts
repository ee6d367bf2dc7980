import type { SignatureLevel, ValidationPolicy } from '../crypto-policy/index.ts';
import { type Conclusion, indeterminateWith } from './conclusion.ts';
import { weakAlgorithms, weaknessConclusion } from './crypto-constraints.ts';
import { problemConclusion } from './evidence-problems.ts';
import type { SignatureEvidence } from './signature-evidence.ts';

/** Whether the signature is as the policy demands, its algorithms good enough at that time. @spec EN 319 102-1 5.2.8.4 */
export function acceptSignature(evidence: SignatureEvidence, at: number, policy: ValidationPolicy): Conclusion {
  return (
    problemConclusion(evidence, 'SIG_CONSTRAINTS_FAILURE') ??
    belowRequiredLevel(evidence, policy) ??
    weaknessConclusion(weakAlgorithms(evidence.algorithmsUsed, at, policy))
  );
}

const levels: readonly (SignatureLevel | 'below-baseline')[] = ['below-baseline', 'B-B', 'B-T', 'B-LT', 'B-LTA'];

function belowRequiredLevel({ level }: SignatureEvidence, policy: ValidationPolicy): Conclusion | undefined {
  const { requiredLevel } = policy;
  if (requiredLevel === undefined || levels.indexOf(level) >= levels.indexOf(requiredLevel)) return undefined;
  const detail = `level ${level}, ${requiredLevel} is demanded`;
  return indeterminateWith('SIG_CONSTRAINTS_FAILURE', { code: 'level-too-low', detail });
}
