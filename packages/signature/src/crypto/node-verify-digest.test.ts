import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { test } from 'node:test';
import type { SignatureAlgorithm } from './algorithms.ts';
import { verifyDigest } from './node-verify-digest.ts';

const data = Buffer.from('một học bạ');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });

const cases: readonly (readonly [SignatureAlgorithm, string, typeof rsa])[] = [
  ['rsa-sha256', 'sha256', rsa],
  ['rsa-sha512', 'sha512', rsa],
  ['ecdsa-sha256', 'sha256', p256],
  ['ecdsa-sha512', 'sha512', p256],
  ['ecdsa-sha256', 'sha256', p384],
  ['ecdsa-sha384', 'sha384', p384],
];

for (const [algorithm, digestName, { publicKey, privateKey }] of cases) {
  const of = { algorithm, publicKey: spki(publicKey), digest: createHash(digestName).update(data).digest() };
  const kind = publicKey.asymmetricKeyDetails?.namedCurve ?? 'rsa';

  test(`${algorithm} of ${kind}: what node:crypto signed verifies over the digest, twenty times`, () => {
    for (let round = 0; round < 20; round += 1) {
      assert.ok(verifyDigest({ ...of, signature: signed(digestName, privateKey) }));
    }
  });

  test(`${algorithm} of ${kind}: any changed byte, another digest, another length do not`, () => {
    const signature = signed(digestName, privateKey);
    for (let at = 0; at < signature.length; at += 7) {
      const changed = Buffer.from(signature);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.equal(verifyDigest({ ...of, signature: changed }), false, `byte ${at}`);
    }
    const other = createHash(digestName).update('học bạ khác').digest();
    assert.equal(verifyDigest({ ...of, digest: other, signature }), false);
    assert.equal(verifyDigest({ ...of, signature: signature.subarray(1) }), false);
    assert.equal(verifyDigest({ ...of, signature: new Uint8Array(signature.length) }), false);
  });
}

test('a key of another family is no key for it', () => {
  const digest = createHash('sha256').update(data).digest();
  const signature = signed('sha256', rsa.privateKey);
  assert.equal(verifyDigest({ algorithm: 'rsa-sha256', publicKey: spki(p256.publicKey), digest, signature }), false);
});

test('what has no digest of its own cannot be checked this way', () => {
  const digest = createHash('sha256').update(data).digest();
  const of = { algorithm: 'rsa-pss-sha256', publicKey: spki(rsa.publicKey), digest, signature: digest } as const;
  assert.throws(() => verifyDigest(of), { code: 'algorithm-unsupported' });
});

function spki(key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'spki' });
}

function signed(digestName: string, key: KeyObject): Buffer {
  return sign(digestName, data, { key, dsaEncoding: 'ieee-p1363' });
}
