import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestAuthority } from '../../../../simulators/certificate-authority/authority.ts';
import { buildSignedData } from '../cms/index.ts';
import { nodeCrypto, privateKeyFromPkcs8, signData } from '../node.ts';
import { readCadesEvidence } from './read-cades-evidence.ts';

const { certificate, chain, privateKeyPkcs8, signer } = createTestAuthority({
  at: Date.parse('2026-05-29T08:00:00Z'),
}).issue();
const data = new TextEncoder().encode('học bạ');
const other = new TextEncoder().encode('học bạ khác');

function signed(inside: boolean): Uint8Array {
  const content = inside ? { encapsulated: data } : { detachedDigest: nodeCrypto.digest('sha-256', data) };
  const prepared = buildSignedData({ content, certificate, chain, algorithm: signer.algorithm }, nodeCrypto);
  return prepared.finish(signData(privateKeyFromPkcs8(privateKeyPkcs8), signer.algorithm, prepared.toBeSigned));
}

test('a signature beside its data fits it, and no other', async () => {
  const crypto = nodeCrypto;
  const [right] = await readCadesEvidence(signed(false), { crypto, detached: data });
  assert.deepEqual([right?.covered[0]?.intact, right?.signatureIntact, right?.level], [true, true, 'B-B']);
  const [wrong] = await readCadesEvidence(signed(false), { crypto, detached: other });
  assert.equal(wrong?.covered[0]?.intact, false);
});

test('without its data a signature covers something not found', async () => {
  const [one] = await readCadesEvidence(signed(false), { crypto: nodeCrypto });
  assert.deepEqual([one?.covered[0]?.found, one?.coversWholeFile], [false, false]);
});

test('a signature that holds its content needs nothing else', async () => {
  const [one] = await readCadesEvidence(signed(true), { crypto: nodeCrypto });
  assert.deepEqual([one?.covered[0]?.intact, one?.signingCertificateBound, one?.problems], [true, true, []]);
});
