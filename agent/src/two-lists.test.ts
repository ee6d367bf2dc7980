import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../tests/harness/index.ts';
import { type RunningAgent, startAgent } from './start.ts';
import { PIN, type SoftToken, softToken, testIdentity, whyNoSoftToken } from './testing/soft-token.ts';
import { closeModule } from './token/cryptoki.ts';

const school = 'https://hocba.truong.example';
const digestOf = (text: string) => createHash('sha256').update(text).digest('base64');
const xml = [1, 2].map((number) => ({ digest: digestOf(`xml ${number}`), label: `Học bạ ${number}` }));
const pdfs = xml.map(({ digest, label }, index) => ({
  digest: digestOf(`pdf ${index}`),
  label: `Bản PDF ${label}`,
  follows: digest,
}));

describe('an act of two lists at the agent', { skip: whyNoSoftToken() ?? false }, () => {
  let token: SoftToken;
  let agent: RunningAgent;
  let folder: string;
  let fingerprint: string;

  before(async () => {
    token = softToken(testIdentity('rsa-2048'));
    // The agent opens the module itself; a process may do so once.
    closeModule(token.module);
    folder = mkdtempSync(join(tmpdir(), 'hocba-agent-'));
    agent = await startAgent({
      port: await freePort(),
      schoolOrigin: school,
      module: token.path,
      pairingFile: join(folder, 'pairing'),
    });
    const { certificates } = await call<{ certificates: { fingerprint: string }[] }>('GET', 'certificates');
    fingerprint = certificates[0]?.fingerprint ?? '';
  });
  after(async () => {
    await agent?.close();
    token?.remove();
    rmSync(folder, { recursive: true });
  });

  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = { origin: school, authorization: `Bearer ${agent.newPairingCode}` };
    const wish = body ? { body: JSON.stringify(body) } : {};
    return (await (await fetch(`${agent.url}/api/${path}`, { method, headers, ...wish })).json()) as T;
  }
  const ask = (act: string, documents: readonly object[]) =>
    call<Asked>('POST', 'requests', { fingerprint, description: 'Đóng dấu', documents, act });
  const approve = (confirmUrl: string, pin: string) =>
    fetch(confirmUrl, {
      method: 'POST',
      headers: { origin: agent.url },
      body: new URLSearchParams({ decision: 'approve', ...(pin ? { pin } : {}) }),
    });
  const keepsPin = async (act: string) => (await call<{ pinKept: boolean }>('GET', `acts/${act}`)).pinKept;
  const begun = async (act: string) => {
    const page = await (await approve((await ask(act, xml)).confirmUrl, PIN)).text();
    assert.match(page, /Bản PDF sẽ được ký tiếp/);
  };

  async function untilSigned({ requestId }: Asked): Promise<number> {
    for (let tries = 0; tries < 100; tries += 1) {
      const { state, signatures } = await call<Asked & { signatures: string[] }>('GET', `requests/${requestId}`);
      if (state === 'signed') return signatures.length;
      await wait(30);
    }
    throw new Error('not signed');
  }

  test('tells on its page that the PIN serves both lists, and asks for it once', async () => {
    const first = await ask('a', xml);
    assert.equal(first.state, 'waiting');
    assert.match(await (await fetch(first.confirmUrl)).text(), /hai danh sách.*không hỏi lại mã PIN/s);
    await approve(first.confirmUrl, PIN);
    assert.ok(await keepsPin('a'));
    const second = await ask('a', pdfs);
    assert.equal(second.state, 'signing');
    assert.equal(await untilSigned(second), 2);
    assert.equal(await keepsPin('a'), false, 'every document has been followed');
  });

  test('what follows nothing approved, or the same twice, waits for the person; the PIN is not asked again', async () => {
    await begun('b');
    const [one = {}, two = {}] = pdfs;
    const follows = xml[0]?.digest;
    for (const documents of [
      [{ ...one, follows: digestOf('a stranger') }],
      [one, { ...two, follows }],
      [{ ...one, follows: undefined }],
    ])
      assert.equal((await ask('b', documents)).state, 'waiting');
    const more = await ask('b', [{ digest: digestOf('xml 3'), label: 'Học bạ 3' }]);
    assert.match(await (await fetch(more.confirmUrl)).text(), /Không cần nhập lại mã PIN/);
    assert.equal((await approve(more.confirmUrl, '')).status, 200);
    assert.equal(await untilSigned(more), 1);
  });

  test('another act, or the page’s farewell, ends it: the PIN is asked for again', async () => {
    await begun('c');
    assert.equal((await ask('d', pdfs)).state, 'waiting', 'another act follows nothing');
    await begun('d');
    assert.equal(await keepsPin('c'), false);
    await call('DELETE', 'acts/d');
    const late = await ask('d', pdfs);
    assert.equal(late.state, 'waiting');
    assert.match(await (await approve(late.confirmUrl, '')).text(), /Hãy nhập mã PIN/);
    await approve(`${late.confirmUrl}?attempt=2`, PIN);
    assert.equal(await untilSigned(late), 2);
  });

  test('a list without an act keeps no PIN', async () => {
    const { confirmUrl } = await call<Asked>('POST', 'requests', { fingerprint, description: 'Ký', documents: xml });
    assert.match(await (await fetch(confirmUrl)).text(), /Mã PIN chỉ dùng cho danh sách này/);
    await approve(confirmUrl, PIN);
    assert.equal(await keepsPin('undefined'), false);
  });
});

interface Asked {
  readonly requestId: string;
  readonly confirmUrl: string;
  readonly state: string;
}
