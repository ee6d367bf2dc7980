import { type Conclusion, failedWith, indeterminateWith } from './conclusion.ts';
import type { EvidenceProblem, SignatureEvidence } from './signature-evidence.ts';

/** What the format’s reader found that leads to this sub-indication, if anything. */
export function problemConclusion(
  { problems }: SignatureEvidence,
  subIndication: EvidenceProblem['subIndication'],
): Conclusion | undefined {
  const found = problems.filter((problem) => problem.subIndication === subIndication);
  const [first] = found;
  if (first === undefined) return undefined;
  const conclude = definitive.has(subIndication) ? failedWith : indeterminateWith;
  const findings = found.flatMap(({ code, where }) => conclude(subIndication, { code, detail: where }).findings);
  return { ...conclude(subIndication, { code: first.code, detail: first.where }), findings };
}

/** @spec EN 319 102-1 5.1.3, table 5 */
const definitive: ReadonlySet<EvidenceProblem['subIndication']> = new Set([
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
]);
