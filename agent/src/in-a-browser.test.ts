import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { freePorts, openBrowser } from '../../tests/harness/index.ts';
import { type RunningAgent, startAgent } from './start.ts';
import { PIN, type SoftToken, softToken, testIdentity, whyNoSoftToken } from './testing/soft-token.ts';
import { closeModule } from './token/cryptoki.ts';

describe('the agent and a real browser', { skip: whyNoSoftToken() ?? false }, () => {
  let token: SoftToken;
  let agent: RunningAgent;
  let school: Server;
  let stranger: Server;
  let browser: Browser;
  let folder: string;
  let ports: { school: number; stranger: number; agent: number };

  before(async () => {
    token = softToken(testIdentity('rsa-2048'));
    closeModule(token.module);
    folder = mkdtempSync(join(tmpdir(), 'hocba-agent-'));
    const [schoolPort = 0, strangerPort = 0, agentPort = 0] = await freePorts(3);
    ports = { school: schoolPort, stranger: strangerPort, agent: agentPort };
    [school, stranger] = [emptyPages(ports.school), emptyPages(ports.stranger)];
    agent = await startAgent({
      port: ports.agent,
      schoolOrigin: `http://127.0.0.1:${ports.school}`,
      module: token.path,
      pairingFile: join(folder, 'pairing'),
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    school?.close();
    stranger?.close();
    await agent?.close();
    token?.remove();
    rmSync(folder, { recursive: true });
  });

  const pageAt = async (port: number) => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    return page;
  };
  /** What a page at that origin is told, as its own script would ask. */
  const ask = (page: Page, path: string, body?: object) =>
    page.evaluate<{ status: number; body: Record<string, unknown> } | string>(`
      fetch('${agent.url}/api/${path}', {
        headers: { authorization: 'Bearer ${agent.newPairingCode}' },
        ${body ? `method: 'POST', body: ${JSON.stringify(JSON.stringify(body))},` : ''}
      }).then(async (answer) => ({ status: answer.status, body: await answer.json() }), (error) => String(error))`);

  test('the school’s page asks, the agent’s page takes the PIN, the school’s page gets the signature', async () => {
    const page = await pageAt(ports.school);
    const listed = await ask(page, 'certificates');
    assert.ok(typeof listed === 'object');
    const [certificate] = listed.body['certificates'] as { fingerprint: string }[];
    const digest = createHash('sha256').update('một học bạ').digest('base64');
    const documents = [{ digest, label: 'Học bạ lớp 1A' }];
    const asked = await ask(page, 'requests', { fingerprint: certificate?.fingerprint, description: 'Ký', documents });
    assert.ok(typeof asked === 'object');
    const confirm = await browser.newPage();
    await confirm.goto(String(asked.body['confirmUrl']));
    await confirm.getByLabel('Mã PIN của thiết bị ký').fill(PIN);
    await confirm.getByRole('button', { name: 'Ký 1 tài liệu' }).click();
    await confirm.getByText('Đã ký 1 tài liệu').waitFor();
    const signed = await ask(page, `requests/${String(asked.body['requestId'])}`);
    assert.ok(typeof signed === 'object');
    assert.deepEqual([signed.body['state'], (signed.body['signatures'] as unknown[]).length], ['signed', 1]);
  });

  test('a page of another origin reads nothing, even with the code', async () => {
    assert.match(String(await ask(await pageAt(ports.stranger), 'certificates')), /TypeError/);
  });
});

function emptyPages(port: number): Server {
  return createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>trang</title>');
  }).listen(port, '127.0.0.1');
}
