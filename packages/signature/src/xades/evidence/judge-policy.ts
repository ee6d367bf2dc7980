import { equalBytes } from '../../der/writer.ts';
import type { SignatureEvidence } from '../../validation/signature-evidence.ts';
import type { EvidenceOptions } from './evidence-options.ts';
import type { PolicyStatement } from './statements.ts';

/** Whether the policy's published document is the one signed for; unsaid where the document is not at hand. */
export function judgePolicy(
  { id, algorithm, digest, transformed }: PolicyStatement,
  { crypto, policyDocument }: EvidenceOptions,
): NonNullable<SignatureEvidence['signaturePolicy']> {
  const document = policyDocument?.(id);
  const decidable = document !== undefined && algorithm !== undefined && digest !== undefined && transformed !== true;
  return decidable ? { id, digestOk: equalBytes(crypto.digest(algorithm, document), digest) } : { id };
}
