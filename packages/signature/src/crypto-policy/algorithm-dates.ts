import type { DigestRule, KeyRule } from './validation-policy.ts';

/**
 * Until when an algorithm is good enough for signatures, by the European table in its edition of December 2024. A day is
 * the first on which it no longer is; without one it has no end yet. Vietnam demands RSA of 2048 bits or more
 * (TT06/2015/TT-BTTTT), which the step of 1900 bits contains.
 * @spec TS 119 312 V1.5.1, TS 102 176-1 V2.1.1 (historical)
 */
export const digestDates: readonly DigestRule[] = [
  { name: 'md5', until: '2004-08-01', source: 'TS 102 176-1 V2.1.1' },
  { name: 'sha-1', until: '2012-08-01', source: 'TS 119 312 V1.5.1' },
  { name: 'ripemd-160', until: '2014-08-01', source: 'TS 119 312 V1.5.1' },
  { name: 'whirlpool', until: '2020-12-01', source: 'TS 119 312 V1.5.1' },
  { name: 'sha-224', until: '2029-01-01', source: 'TS 119 312 V1.5.1' },
  { name: 'sha-256', source: 'TS 119 312 V1.5.1' },
  { name: 'sha-384', source: 'TS 119 312 V1.5.1' },
  { name: 'sha-512', source: 'TS 119 312 V1.5.1' },
  { name: 'sha3-256', source: 'TS 119 312 V1.5.1' },
  { name: 'sha3-384', source: 'TS 119 312 V1.5.1' },
  { name: 'sha3-512', source: 'TS 119 312 V1.5.1' },
];

/** Of one family the rule with the most bits that the key still has decides; a key below all of them never was good. */
export const keyDates: readonly KeyRule[] = [
  { family: 'dsa', minimumBits: 1024, until: '2015-12-01', source: 'TS 119 312 V1.5.1' },
  { family: 'dsa', minimumBits: 1900, until: '2029-01-01', source: 'TS 119 312 V1.5.1' },
  { family: 'dsa', minimumBits: 3000, source: 'TS 119 312 V1.5.1' },
  { family: 'rsa', minimumBits: 786, until: '2010-08-01', source: 'TS 119 312 V1.5.1' },
  { family: 'rsa', minimumBits: 1024, until: '2019-10-01', source: 'TS 119 312 V1.5.1' },
  { family: 'rsa', minimumBits: 1900, until: '2029-01-01', source: 'TS 119 312 V1.5.1' },
  { family: 'rsa-pss', minimumBits: 786, until: '2010-08-01', source: 'TS 119 312 V1.5.1' },
  { family: 'rsa-pss', minimumBits: 1024, until: '2019-10-01', source: 'TS 119 312 V1.5.1' },
  { family: 'rsa-pss', minimumBits: 1900, until: '2029-01-01', source: 'TS 119 312 V1.5.1' },
  { family: 'rsa-pss', minimumBits: 3000, source: 'TS 119 312 V1.5.1' },
  { family: 'ecdsa', minimumBits: 160, until: '2012-08-01', source: 'TS 119 312 V1.5.1' },
  { family: 'ecdsa', minimumBits: 224, until: '2021-10-01', source: 'TS 119 312 V1.5.1' },
  { family: 'ecdsa', minimumBits: 256, source: 'TS 119 312 V1.5.1' },
  // The European table has no Edwards curves; their strength is that of P-256.
  { family: 'ed25519', minimumBits: 256, source: 'RFC 8032' },
];
