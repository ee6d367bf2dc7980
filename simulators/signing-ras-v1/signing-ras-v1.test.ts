import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { SHA256 } from '../remote-signing/signing/keys.ts';
import { type TestProvider, testProvider } from '../signing-provider/testing/test-provider.ts';
import { startSigningRasV1 } from './start.ts';

const ECDSA = '1.2.840.10045.4.3.2';

describe('a service of the RAS kind', () => {
  let service: TestProvider;
  let token: string;
  let credentialID: string;

  before(async () => {
    service = await testProvider(startSigningRasV1, { multisign: 3, sadSeconds: 2, answerSeconds: 1 });
    await service.enrol('teacher');
    await service.enrol('colleague');
    token = (await login({})).body['access_token'] as string;
    credentialID = ((await call('csc/v1/credentials/list', {})).body['credentialIDs'] as string[])[0] ?? '';
  });
  after(() => service?.close());

  async function call(path: string, body: object, bearer = token) {
    const answer = await fetch(`${service.url}/adss/service/ras/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }
  const login = (changes: object) =>
    call('v1/login', {
      client_id: 'school',
      client_secret: 'school secret',
      user_id: 'teacher',
      profile_id: 'p',
      ...changes,
    });
  const authorize = (hash: readonly string[], changes: object = {}) =>
    call('csc/v1/credentials/authorize', {
      credentialID,
      hash,
      numSignatures: hash.length,
      documents: hash.map((_, index) => ({ document_id: index, document_name: `Học bạ ${index + 1}` })),
      ...changes,
    });
  const sign = (SAD: unknown, hash: readonly string[], changes: object = {}) =>
    call('csc/v1/signatures/signHash', { credentialID, SAD, hash, hashAlgo: SHA256, signAlgo: ECDSA, ...changes });
  const approved = async (hash: readonly string[]) => {
    const asked = authorize(hash);
    while ((await service.phone('teacher', 'approve')).length === 0);
    return (await asked).body['SAD'];
  };

  test('a wrong secret, an unknown person and a missing profile are not logged in', async () => {
    assert.equal((await login({ client_secret: 'wrong' })).status, 401);
    assert.equal((await login({ user_id: 'nobody' })).body['error'], 'invalid_grant');
    assert.equal((await login({ profile_id: undefined })).status, 400);
    assert.equal((await call('csc/v1/credentials/list', {}, 'made-up')).status, 401);
  });

  test('asking is refused for too many, for wrong counts, for labels that are missing, for somebody else’s key', async () => {
    const four = hashes(4);
    assert.match(String((await authorize(four)).body['error_description']), /at most 3/);
    assert.equal((await authorize(four.slice(1), { numSignatures: 2 })).status, 400);
    assert.equal((await authorize(four.slice(2), { documents: [] })).status, 400);
    const others = (await login({ user_id: 'colleague' })).body['access_token'] as string;
    assert.equal((await call('csc/v1/credentials/info', { credentialID }, others)).status, 400);
  });

  test('an approval is for exactly its hashes, its key and its time', async () => {
    const [one = '', two = '', other = ''] = hashes(3);
    const SAD = await approved([one, two]);
    const [first] = (await sign(SAD, [two, one])).body['signatures'] as string[];
    assert.equal(((await sign(SAD, [two])).body['signatures'] as string[])[0], first, 'the same signature again');
    assert.equal((await sign(SAD, [other])).status, 400);
    assert.equal((await sign('made.up', [one])).status, 400);
    assert.equal((await sign(SAD, [one], { signAlgo: '1.2.3' })).status, 400);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    assert.match(String((await sign(SAD, [one])).body['error_description']), /expired/);
  });

  test('nobody answers: the call ends and says so; two calls for the same list are one request', async () => {
    const list = hashes(2);
    const both = [authorize(list), authorize(list)];
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual(await service.phone('teacher', 'list'), [2]);
    for (const answer of await Promise.all(both))
      assert.deepEqual([answer.body['error'], answer.body['status']], ['access_denied', 'expired']);
  });
});

let made = 0;
function hashes(count: number): string[] {
  return Array.from({ length: count }, () => {
    made += 1;
    return createHash('sha256').update(`học bạ ${made}`).digest('base64');
  });
}
