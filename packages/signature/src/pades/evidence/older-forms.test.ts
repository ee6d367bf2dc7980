import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nodeCrypto } from '../../crypto/node-crypto.ts';
import { nodePdfTools } from '../node-pdf-tools.ts';
import { signEdited } from '../samples/sign-edited.ts';
import { sample } from '../samples/signed-samples.ts';
import { readPadesEvidence } from './read-pades-evidence.ts';

const withSubFilter = (name: string) => (text: string) => text.replace('/ETSI.CAdES.detached', `/${name}`.padEnd(20));

async function read(pdf: Uint8Array) {
  const [evidence] = await readPadesEvidence(pdf, { crypto: nodeCrypto, tools: nodePdfTools });
  assert.ok(evidence);
  return evidence;
}

it('adbe.pkcs7.sha1 is read as history: the CMS carries the file’s SHA-1, and that is said', async () => {
  const sha1 = (data: Uint8Array) => ({ encapsulated: nodeCrypto.digest('sha-1', data) });
  const evidence = await read(await signEdited(sample('tagged'), withSubFilter('adbe.pkcs7.sha1'), sha1));
  assert.deepEqual(evidence.problems, []);
  assert.deepEqual([evidence.format, evidence.covered[0]?.intact, evidence.signatureIntact], ['PKCS7-PDF', true, true]);
  assert.ok(evidence.algorithmsUsed.some(({ role, algorithm }) => role === 'digest' && algorithm === 'sha-1'));
  const other = () => ({ encapsulated: nodeCrypto.digest('sha-1', new Uint8Array()) });
  const changed = await read(await signEdited(sample('tagged'), withSubFilter('adbe.pkcs7.sha1'), other));
  assert.equal(changed.covered[0]?.intact, false);
});

it('PAdES with the content inside the CMS is no PAdES', async () => {
  const inside = (data: Uint8Array) => ({ encapsulated: data.subarray(0, 100) });
  const evidence = await read(await signEdited(sample('tagged'), (text) => text, inside));
  assert.ok(evidence.problems.some(({ code }) => code === 'cms-content-inside'));
  assert.equal(evidence.covered[0]?.intact, false);
});

it('a bare RSA signature is recognised and not judged', async () => {
  const evidence = await read(await signEdited(sample('tagged'), withSubFilter('adbe.x509.rsa_sha1')));
  assert.deepEqual(
    evidence.problems.map(({ code }) => code),
    ['sub-filter-unsupported'],
  );
});
