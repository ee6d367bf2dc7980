import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { test } from 'node:test';
import { digestAlgorithmByXmlUri, type SignatureAlgorithm, signatureAlgorithmByXmlUri } from './algorithms.ts';
import { nodeCrypto } from './node-crypto.ts';
import { signData, signDigest } from './node-signing.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed25519 = generateKeyPairSync('ed25519');
const curves = { 'P-256': ec('P-256'), 'P-384': ec('P-384'), 'P-521': ec('P-521') };
const data = new TextEncoder().encode('Học bạ của học sinh thử nghiệm');

const pairs: readonly [SignatureAlgorithm, { publicKey: KeyObject; privateKey: KeyObject }][] = [
  ['rsa-sha256', rsa],
  ['rsa-sha384', rsa],
  ['rsa-sha512', rsa],
  ['rsa-pss-sha256', rsa],
  ['rsa-pss-sha512', rsa],
  ['ecdsa-sha256', curves['P-256']],
  ['ecdsa-sha384', curves['P-384']],
  ['ecdsa-sha512', curves['P-521']],
  ['ed25519', ed25519],
];

for (const [algorithm, pair] of pairs) {
  test(`a ${algorithm} signature is accepted for its own data and key only`, () => {
    const signature = signData(pair.privateKey, algorithm, data);
    assert.equal(check(algorithm, pair.publicKey, signature), true);
    assert.equal(check(algorithm, pair.publicKey, signature, data.subarray(1)), false);
    assert.equal(check(algorithm, pair.publicKey, Uint8Array.of(...signature, 0)), false, 'a byte too many');
    assert.equal(check(algorithm, pair.publicKey, signature.subarray(1)), false, 'a byte too few');
    const altered = signature.slice();
    altered[20] = (altered[20] ?? 0) ^ 1;
    assert.equal(check(algorithm, pair.publicKey, altered), false);
  });
}

test('a key of another family checks nothing and does not throw', () => {
  const signature = signData(curves['P-256'].privateKey, 'ecdsa-sha256', data);
  assert.equal(check('rsa-sha256', curves['P-256'].publicKey, signature), false);
  assert.equal(check('ecdsa-sha256', rsa.publicKey, signature), false);
  const noKey = { algorithm: 'rsa-sha256', publicKey: Uint8Array.of(1, 2), data, signature } as const;
  assert.equal(nodeCrypto.verify(noKey), false);
});

test('a DER-encoded ECDSA signature is refused at this seam', () => {
  const raw = signData(curves['P-256'].privateKey, 'ecdsa-sha256', data);
  const der = Uint8Array.of(0x30, 0x44, 0x02, 0x20, ...raw.subarray(0, 32), 0x02, 0x20, ...raw.subarray(32));
  assert.equal(check('ecdsa-sha256', curves['P-256'].publicKey, der), false);
});

test('an RSA signature over a finished digest equals the signature over the data', () => {
  for (const algorithm of ['rsa-sha256', 'rsa-sha384', 'rsa-sha512'] as const) {
    const digest = nodeCrypto.digest(`sha-${algorithm.slice(-3)}` as 'sha-256', data);
    assert.deepEqual(signDigest(rsa.privateKey, algorithm, digest), signData(rsa.privateKey, algorithm, data));
  }
});

test('algorithms are found by their XML identifiers and SHA-1 signatures are not among them', () => {
  assert.equal(signatureAlgorithmByXmlUri('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'), 'rsa-sha256');
  assert.equal(signatureAlgorithmByXmlUri('http://www.w3.org/2000/09/xmldsig#rsa-sha1'), undefined);
  assert.equal(digestAlgorithmByXmlUri('http://www.w3.org/2001/04/xmlenc#sha256'), 'sha-256');
});

function ec(namedCurve: string) {
  return generateKeyPairSync('ec', { namedCurve });
}

function check(algorithm: SignatureAlgorithm, key: KeyObject, signature: Uint8Array, of: Uint8Array = data) {
  const publicKey = new Uint8Array(key.export({ format: 'der', type: 'spki' }));
  return nodeCrypto.verify({ algorithm, publicKey, data: of, signature });
}
