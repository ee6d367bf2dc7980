import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parseCertificate } from '@hocba/signature';
import { verifyDigest } from '@hocba/signature/node';
import { freePort } from '../../tests/harness/index.ts';
import { type RunningAgent, startAgent } from './start.ts';
import { PIN, type SoftToken, softToken, testIdentity, whyNoSoftToken } from './testing/soft-token.ts';
import { closeModule } from './token/cryptoki.ts';

const school = 'https://hocba.truong.example';
const digests = [1, 2, 3].map((number) => createHash('sha256').update(`học bạ ${number}`).digest());
const documents = digests.map((digest, index) => ({
  digest: digest.toString('base64'),
  label: `Học bạ <b>${index + 1}</b>`,
}));

describe('the agent for USB tokens', { skip: whyNoSoftToken() ?? false }, () => {
  let token: SoftToken;
  let agent: RunningAgent;
  let folder: string;
  let code: string;
  let port: number;

  before(async () => {
    token = softToken(testIdentity('p-256'));
    // The agent opens the module itself; a process may do so once.
    closeModule(token.module);
    folder = mkdtempSync(join(tmpdir(), 'hocba-agent-'));
    port = await freePort();
    const settings = { port, schoolOrigin: school, module: token.path, pairingFile: join(folder, 'pairing') };
    agent = await startAgent(settings);
    code = agent.newPairingCode ?? '';
  });
  after(async () => {
    await agent?.close();
    token?.remove();
    rmSync(folder, { recursive: true });
  });

  const call = (path: string, changes: { headers?: Record<string, string>; body?: object } = {}) =>
    fetch(agent.url + path, {
      ...(changes.body ? { method: 'POST', body: JSON.stringify(changes.body) } : {}),
      headers: { origin: school, authorization: `Bearer ${code}`, ...changes.headers },
    });
  const decide = (url: string, fields: Record<string, string>, origin = agent.url) =>
    fetch(url, { method: 'POST', headers: { origin }, body: new URLSearchParams(fields) });

  async function fingerprint(): Promise<string> {
    const { certificates } = (await (await call('/api/certificates')).json()) as {
      certificates: { fingerprint: string }[];
    };
    return certificates[0]?.fingerprint ?? '';
  }

  async function asked(): Promise<{ requestId: string; confirmUrl: string; listDigest: string }> {
    const body = { fingerprint: await fingerprint(), description: 'Ký 3 học bạ', documents };
    const answer = await call('/api/requests', { body });
    assert.equal(answer.status, 201);
    return (await answer.json()) as never;
  }

  async function stateOf(requestId: string): Promise<{ state: string; signatures: string[] }> {
    return (await (await call(`/api/requests/${requestId}`)).json()) as never;
  }

  test('shows the list and its digest, takes the PIN on its own page, and hands over verified signatures', async () => {
    const { requestId, confirmUrl, listDigest } = await asked();
    assert.equal(listDigest, createHash('sha256').update(Buffer.concat(digests)).digest('hex'));
    const page = await (await fetch(confirmUrl)).text();
    for (const shown of [
      'Học bạ &#60;b&#62;2',
      school,
      'Cô giáo THỬ NGHIỆM',
      '3 tài liệu',
      (listDigest.match(/.{4}/g) ?? []).join(' '),
    ])
      assert.ok(page.includes(shown), shown);
    assert.equal((await stateOf(requestId)).state, 'waiting');
    assert.equal((await decide(confirmUrl, { decision: 'approve', pin: PIN })).status, 200);
    const { state, signatures } = await stateOf(requestId);
    assert.equal(state, 'signed');
    const publicKey = parseCertificate(token.identity.certificate).spki;
    digests.forEach((digest, index) => {
      const signature = Buffer.from(signatures[index] ?? '', 'base64');
      assert.ok(verifyDigest({ algorithm: 'ecdsa-sha256', publicKey, digest, signature }));
    });
  });

  test('a refused list is not signed, and cannot be signed afterwards', async () => {
    const { requestId, confirmUrl } = await asked();
    await decide(confirmUrl, { decision: 'reject', pin: '' });
    assert.deepEqual(await stateOf(requestId), { state: 'refused', signatures: [] });
    assert.equal((await decide(confirmUrl, { decision: 'approve', pin: PIN })).status, 404);
  });

  test('a wrong PIN is told and not tried again; the list still waits', async () => {
    const { requestId, confirmUrl } = await asked();
    const answer = await decide(confirmUrl, { decision: 'approve', pin: '9999' });
    assert.match(await answer.text(), /Sai mã PIN/);
    assert.equal((await stateOf(requestId)).state, 'waiting');
    await decide(`${confirmUrl}?attempt=2`, { decision: 'approve', pin: PIN });
    assert.equal((await stateOf(requestId)).state, 'signed');
  });

  test('one page is answered once: a wrong PIN sent twice by a double click is tried once', async () => {
    const { requestId, confirmUrl } = await asked();
    const wrong = () => decide(confirmUrl, { decision: 'approve', pin: '9999' });
    const answers = await Promise.all([wrong(), wrong()]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [400, 409]);
    const page = await (await fetch(confirmUrl)).text();
    assert.match(page, /action="\?attempt=2"/);
    await decide(`${confirmUrl}?attempt=2`, { decision: 'approve', pin: PIN });
    assert.equal((await stateOf(requestId)).state, 'signed');
  });

  test('other pages, unpaired browsers, foreign names and foreign forms get nothing', async () => {
    assert.equal((await call('/api/certificates', { headers: { origin: 'https://evil.example' } })).status, 403);
    assert.equal((await call('/api/certificates', { headers: { authorization: 'Bearer 00' } })).status, 401);
    assert.equal((await call('/api/certificates')).headers.get('access-control-allow-origin'), school);
    assert.equal(await statusWithHost('evil.example', port), 421);
    const { requestId, confirmUrl } = await asked();
    assert.equal((await decide(confirmUrl, { decision: 'approve', pin: PIN }, school)).status, 403);
    assert.equal((await stateOf(requestId)).state, 'waiting');
    assert.equal((await fetch(`${agent.url}/confirm/guess`)).status, 404);
  });

  test('what is no digest with a label is refused', async () => {
    const good = { fingerprint: await fingerprint(), description: 'Ký' };
    const tooShort = [{ digest: 'AAAA', label: 'Học bạ' }];
    for (const body of [
      {},
      { ...good, documents: [] },
      { ...good, documents: tooShort },
      { ...good, documents: [{ ...documents[0], label: '' }] },
    ])
      assert.equal((await call('/api/requests', { body })).status, 400);
    assert.equal((await call('/api/requests', { body: { ...good, fingerprint: 'x', documents } })).status, 409);
  });
});

function statusWithHost(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    rawRequest({ port, host: '127.0.0.1', path: '/api/certificates', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}
