import { type Conclusion, indeterminateWith, passed } from './conclusion.ts';
import type { SignatureEvidence } from './signature-evidence.ts';

/**
 * The constraints themselves come with the context; left is whether the policy the signature names is the published one.
 * @spec EN 319 102-1 5.2.4
 */
export function checkSignaturePolicy({ signaturePolicy }: SignatureEvidence): Conclusion {
  if (signaturePolicy?.digestOk !== false) return passed;
  const detail = `the digest of policy ${signaturePolicy.id} is not that of its document`;
  return indeterminateWith('POLICY_PROCESSING_ERROR', { code: 'signature-policy-digest-wrong', detail });
}
