import { historicAlgorithm } from '../crypto/index.ts';
import { cryptoSuitability } from '../crypto-policy/crypto-suitability.ts';
import { defaultValidationPolicy } from '../crypto-policy/default-policy.ts';
import type { ValidationPolicy } from '../crypto-policy/validation-policy.ts';
import type { Certificate } from './certificate.ts';
import type { SignedObject } from './issued-by.ts';

export interface WeaknessRules {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The default policy unless given. */
  readonly algorithms?: Pick<ValidationPolicy, 'digests' | 'keys'>;
}

/** Why the signature on a certificate, list or answer was not good enough at a time; undefined when it was. English. */
export function signatureWeakness(
  { signatureAlgorithm: algorithm, signatureAlgorithmOid: oid = '' }: Omit<SignedObject, 'tbs' | 'signature'>,
  signer: Certificate,
  { at, algorithms = defaultValidationPolicy }: WeaknessRules,
): string | undefined {
  const historic = algorithm === undefined ? historicAlgorithm(oid) : undefined;
  if (algorithm === undefined && historic === undefined) return undefined;
  const { bits } = signer.publicKeyAlgorithm;
  const use = {
    ...(algorithm && { algorithm }),
    ...(historic && { digest: historic.digest, family: historic.family }),
    ...(bits > 0 && { keyBits: bits }),
  };
  const answer = cryptoSuitability(use, at, algorithms);
  return answer.suitable ? undefined : answer.detail;
}
