import { type SignatureAlgorithm, signatureAlgorithms } from '../crypto/algorithms.ts';
import { defaultValidationPolicy } from './default-policy.ts';
import type { KeyRuleFamily, ValidationPolicy } from './validation-policy.ts';

/** What was used: any of it may be asked about alone. */
export interface CryptoUse {
  readonly algorithm?: SignatureAlgorithm;
  /** Beside the algorithm’s own: a reference’s, a timestamp imprint’s. Names as in `DigestRule`. */
  readonly digest?: string;
  /** Bits of the RSA modulus or of the curve. Needs an algorithm or a family to say anything. */
  readonly keyBits?: number;
  readonly curve?: string;
  /** For a key of which no signature is at hand, or one whose algorithm this package does not make. */
  readonly family?: KeyRuleFamily;
}

export type CryptoSuitability =
  /** `until`: the first moment at which it no longer is, epoch milliseconds. */
  | { readonly suitable: true; readonly until?: number }
  | {
      readonly suitable: false;
      readonly problem: 'digest-not-allowed' | 'digest-expired' | 'key-not-allowed' | 'key-too-short' | 'key-expired';
      /** English, for the report. */
      readonly detail: string;
      /** Until when it would have been good, where that was ever so: what is proven to be older still counts. */
      readonly until?: number;
    };

/** Whether algorithm, digest and key were good enough at a time, epoch milliseconds. @spec TS 119 312, EN 319 102-1 5.2.8 */
export function cryptoSuitability(
  use: CryptoUse,
  at: number,
  policy: Pick<ValidationPolicy, 'digests' | 'keys'> = defaultValidationPolicy,
): CryptoSuitability {
  const own = use.algorithm && signatureAlgorithms[use.algorithm].digest;
  const digests = [own, use.digest].filter((digest) => digest !== undefined);
  const answers = [...digests.map((digest) => digestSuitability(digest, at, policy)), keySuitability(use, at, policy)];
  const refused = answers.find(({ suitable }) => !suitable);
  if (refused !== undefined) return refused;
  const ends = answers.flatMap(({ until }) => (until === undefined ? [] : [until]));
  return ends.length === 0 ? { suitable: true } : { suitable: true, until: Math.min(...ends) };
}

function digestSuitability(
  name: string,
  at: number,
  { digests }: Pick<ValidationPolicy, 'digests'>,
): CryptoSuitability {
  const rule = digests.find((one) => one.name === name);
  if (rule === undefined) return { suitable: false, problem: 'digest-not-allowed', detail: `${name} is not allowed` };
  return within(rule.until, at, { problem: 'digest-expired', what: name });
}

function keySuitability(use: CryptoUse, at: number, { keys }: Pick<ValidationPolicy, 'keys'>): CryptoSuitability {
  const family = use.family ?? (use.algorithm && familyOf(use.algorithm));
  if (family === undefined) return { suitable: true };
  const ofFamily = keys.filter((rule) => rule.family === family);
  if (ofFamily.length === 0) {
    return { suitable: false, problem: 'key-not-allowed', detail: `${family} keys are not allowed` };
  }
  if (use.keyBits === undefined) return { suitable: true };
  const bits = use.keyBits;
  const what = `${family} key of ${bits} bits${use.curve === undefined ? '' : ` (${use.curve})`}`;
  const [rule] = ofFamily.filter((one) => one.minimumBits <= bits).toSorted((a, b) => b.minimumBits - a.minimumBits);
  if (rule === undefined) return { suitable: false, problem: 'key-too-short', detail: what };
  return within(rule.until, at, { problem: 'key-expired', what });
}

function within(
  until: string | undefined,
  at: number,
  said: { problem: 'digest-expired' | 'key-expired'; what: string },
): CryptoSuitability {
  if (until === undefined) return { suitable: true };
  const end = Date.parse(until);
  if (at < end) return { suitable: true, until: end };
  return { suitable: false, problem: said.problem, detail: `${said.what} was good until ${until} only`, until: end };
}

function familyOf(algorithm: SignatureAlgorithm): KeyRuleFamily {
  const { family, padding } = signatureAlgorithms[algorithm];
  if (family === 'ec') return 'ecdsa';
  return family === 'rsa' && padding === 'pss' ? 'rsa-pss' : family;
}
