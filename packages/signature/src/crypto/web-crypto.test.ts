import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { test } from 'node:test';
import { type DigestAlgorithm, digestAlgorithms, type SignatureAlgorithm } from './algorithms.ts';
import type { HistoricVerifyInput } from './crypto-port.ts';
import { historicAlgorithm } from './historic-algorithms.ts';
import { nodeCrypto } from './node-crypto.ts';
import { signData } from './node-signing.ts';
import { webCrypto } from './web-crypto.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const ed25519 = generateKeyPairSync('ed25519');
const data = new TextEncoder().encode('Học bạ của học sinh thử nghiệm');

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
const pairs: readonly (readonly [SignatureAlgorithm, Pair])[] = [
  ['rsa-sha256', rsa],
  ['rsa-sha512', rsa],
  ['rsa-pss-sha256', rsa],
  ['rsa-pss-sha384', pss],
  ['ecdsa-sha256', p256],
  ['ecdsa-sha512', p256],
  ['ecdsa-sha384', p384],
  ['ecdsa-sha512', p521],
  ['ed25519', ed25519],
];

for (const [algorithm, pair] of pairs) {
  test(`the browser's answer on ${algorithm} is Node's, for the right and for every wrong signature`, async () => {
    const right = signData(pair.privateKey, algorithm, data);
    const candidates = [right, ...spoiled(right)];
    for (const [i, signature] of candidates.entries()) {
      const question = { algorithm, publicKey: spki(pair), data, signature };
      const answer = await webCrypto.verify(question);
      assert.equal(answer, i === 0, `candidate ${i}`);
      assert.equal(answer, nodeCrypto.verify(question), `candidate ${i}`);
    }
    const otherData = { algorithm, publicKey: spki(pair), data: data.subarray(1), signature: right };
    assert.equal(await webCrypto.verify(otherData), false);
  });
}

test('the browser refuses, as Node does, a key of another family, for another padding, cut short or off its curve', async () => {
  const offCurve = spki(p256);
  offCurve[offCurve.length - 1] = (offCurve.at(-1) ?? 0) ^ 1;
  const keys = [...pairs.map(([, pair]) => spki(pair)), offCurve, spki(rsa).subarray(0, 40), new Uint8Array()];
  for (const [algorithm, pair] of pairs) {
    const signature = signData(pair.privateKey, algorithm, data);
    for (const publicKey of keys) {
      const question = { algorithm, publicKey, data, signature };
      assert.equal(await webCrypto.verify(question), nodeCrypto.verify(question), algorithm);
    }
  }
});

const dsa = generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 });
const historic: readonly (readonly [string, Pair])[] = [
  ['1.2.840.113549.1.1.5', rsa],
  ['1.2.840.113549.1.1.14', rsa],
  ['1.2.840.10045.4.1', p256],
  ['1.2.840.10045.4.3.1', p384],
  ['1.2.840.10040.4.3', dsa],
  ['2.16.840.1.101.3.4.3.1', dsa],
  ['2.16.840.1.101.3.4.3.2', dsa],
];

test('of algorithms of long ago the browser says what Node says, for every key and every wrong signature', async () => {
  for (const [oid, pair] of historic) {
    const algorithm = historicAlgorithm(oid);
    assert.ok(algorithm);
    const right = new Uint8Array(sign(algorithm.digest.replace('-', ''), data, pair.privateKey));
    const keys = [rsa, p256, p384, dsa, ed25519].map(spki).concat(spki(pair).subarray(0, 30));
    for (const publicKey of keys) {
      for (const signature of [right, ...spoiled(right)]) {
        const question: HistoricVerifyInput = { algorithm, publicKey, data, signature };
        assert.equal(await webCrypto.verifyHistoric?.(question), nodeCrypto.verifyHistoric?.(question), oid);
      }
    }
    assert.equal(await webCrypto.verifyHistoric?.({ algorithm, publicKey: spki(pair), data, signature: right }), true);
  }
});

test('digests in the browser are Node’s', () => {
  for (const algorithm of Object.keys(digestAlgorithms) as DigestAlgorithm[]) {
    for (const length of [0, 1, 63, 64, 65, 1000]) {
      const bytes = new Uint8Array(randomBytes(length));
      assert.deepEqual(new Uint8Array(webCrypto.digest(algorithm, bytes)), nodeCrypto.digest(algorithm, bytes));
    }
  }
});

function spki({ publicKey }: Pair): Uint8Array {
  return new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
}

function spoiled(signature: Uint8Array): readonly Uint8Array[] {
  const altered = [0, 20, signature.length - 1].map((at) => signature.with(at, (signature[at] ?? 0) ^ 1));
  return [...altered, Uint8Array.of(...signature, 0), signature.subarray(1), new Uint8Array(signature.length)];
}
