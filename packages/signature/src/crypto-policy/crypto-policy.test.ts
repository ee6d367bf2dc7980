import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CryptoUse, cryptoSuitability } from './crypto-suitability.ts';
import { parseValidationPolicy } from './parse-policy.ts';

const cases: readonly (readonly [string, CryptoUse, string, string])[] = [
  ['RSA of 2048 bits with SHA-256 today', { algorithm: 'rsa-sha256', keyBits: 2048 }, '2026-05-29', 'good'],
  ['the same when its time is over', { algorithm: 'rsa-sha256', keyBits: 2048 }, '2029-01-01', 'key-expired'],
  ['the day before', { algorithm: 'rsa-sha256', keyBits: 2048 }, '2028-12-31', 'good'],
  ['RSA-PSS of 3072 bits later on', { algorithm: 'rsa-pss-sha256', keyBits: 3072 }, '2035-01-01', 'good'],
  ['RSA of 1024 bits in 2015', { algorithm: 'rsa-sha256', keyBits: 1024 }, '2015-06-01', 'good'],
  ['RSA of 1024 bits in 2026', { algorithm: 'rsa-sha256', keyBits: 1024 }, '2026-05-29', 'key-expired'],
  ['RSA of 512 bits ever', { algorithm: 'rsa-sha256', keyBits: 512 }, '2005-01-01', 'key-too-short'],
  ['SHA-1 in 2010', { digest: 'sha-1' }, '2010-01-01', 'good'],
  ['SHA-1 in 2026', { digest: 'sha-1' }, '2026-05-29', 'digest-expired'],
  ['a digest nobody named', { digest: 'crc32' }, '2026-05-29', 'digest-not-allowed'],
  ['P-256', { algorithm: 'ecdsa-sha256', keyBits: 256, curve: 'P-256' }, '2035-01-01', 'good'],
  ['a small curve', { family: 'ecdsa', keyBits: 192 }, '2026-05-29', 'key-expired'],
  ['an old digest beside a good signature', { algorithm: 'rsa-sha256', digest: 'md5' }, '2026-05-29', 'digest-expired'],
  ['Ed25519', { algorithm: 'ed25519', keyBits: 256 }, '2026-05-29', 'good'],
];

for (const [name, use, day, expected] of cases) {
  test(`${name} is ${expected}`, () => {
    const answer = cryptoSuitability(use, Date.parse(day));
    assert.equal(answer.suitable ? 'good' : answer.problem, expected);
  });
}

test('the end told is the earliest of all that was used', () => {
  const answer = cryptoSuitability({ algorithm: 'rsa-sha256', keyBits: 2048, digest: 'sha-224' }, 0);
  assert.deepEqual(answer, { suitable: true, until: Date.parse('2029-01-01') });
});

test('a policy file replaces what it names and leaves the rest', () => {
  const policy = parseValidationPolicy(
    JSON.stringify({
      keys: [{ family: 'rsa', minimumBits: 3072 }],
      requiredLevel: 'B-T',
      revocationFreshnessHours: 24,
    }),
  );
  assert.equal(policy.requiredLevel, 'B-T');
  assert.equal(policy.revocationFreshness, 86_400_000);
  assert.equal(cryptoSuitability({ algorithm: 'rsa-sha256', keyBits: 2048 }, 0, policy).suitable, false);
  assert.equal(cryptoSuitability({ algorithm: 'ecdsa-sha256', keyBits: 256 }, 0, policy).suitable, false);
  assert.equal(cryptoSuitability({ digest: 'sha-512' }, 0, policy).suitable, true);
});

test('a policy file that is wrong is refused with everything that is wrong', () => {
  const wrong = { kyes: [], requiredLevel: 'B-X', digests: [{ name: 'sha-256', until: '2026-13-01' }] };
  assert.throws(() => parseValidationPolicy(JSON.stringify(wrong)), {
    code: 'policy-malformed',
    message: /kyes.*digests.*requiredLevel|kyes.*requiredLevel.*digests/,
  });
  assert.throws(() => parseValidationPolicy('[]'), { code: 'policy-malformed' });
  assert.throws(() => parseValidationPolicy('{'), { code: 'policy-malformed' });
});
