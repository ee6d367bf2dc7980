import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Trust, type VerificationReport, verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools } from '@hocba/verify/node';
import type { Browser, Page } from 'playwright-core';
import { buildWeb, verifierIn } from '../../scripts/build-web.ts';
import { openBrowser } from '../harness/index.ts';
import { brokenSamples, SampleSchool } from '../samples/make-samples.ts';
import { verifyTime } from '../samples/sample-authority.ts';

const school = new SampleSchool();
const largestDownload = 1.5 * 1024 * 1024;

let browser: Browser;
let server: Server;
let page: Page;
let verifier: string;

before(async () => {
  verifier = verifierIn(await buildWeb());
  server = createServer(async ({ url = '/' }, response) => {
    const name = url.replace('/assets/verifier/', '');
    if (name === '/') {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>·</title>');
      return;
    }
    response.setHeader('content-type', name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript');
    response.end(await readFile(join(verifier, name)).catch(() => ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
  page = await browser.newPage();
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  await page.goto(`http://127.0.0.1:${address.port}/`);
});

after(async () => {
  await browser?.close();
  server?.close();
});

describe('a visitor’s browser checks a record without sending it anywhere', () => {
  test('good XML and good PDF are valid there too', async () => {
    for (const bytes of [school.xml(), await school.pdf()]) {
      const report = await inBrowser(bytes, school.trust());
      assert.equal(report.outcome, 'valid', report.sentence);
      assertSame(report, await inNode(bytes, school.trust()));
    }
  });

  for (const sample of brokenSamples) {
    test(`it says of “${sample.name}” what the portal says`, async () => {
      const bytes = await sample.make(school);
      const trust = sample.trust?.(school) ?? school.trust();
      const evidence = { ...(sample.log && { log: sample.log }), ...(sample.status && { status: sample.status }) };
      assertSame(await inBrowser(bytes, trust, evidence), await inNode(bytes, trust, evidence));
    });
  }

  test('the verifier is light: all of it but the layout engine and its fonts is below 1.5 MB as sent', async () => {
    const files = readdirSync(verifier, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('js.gz'));
    const sizes = await Promise.all(files.map(async (name) => (await readFile(join(verifier, name))).length));
    const whole = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(files.length >= 4 && whole < largestDownload, `${whole} bytes in ${files.length} files`);
  });
});

/** Runs in the page: asks one thread of the verifier and gives its report. */
const askInPage = `async ({ worker, bytes, trust, issuers, more }) => {
  const ders = (lists) => lists.map((list) => Uint8Array.from(list));
  const { anchors, intermediates, crls, ocsps } = trust;
  const thread = new Worker(worker, { type: 'module' });
  const answered = new Promise((resolve, reject) => {
    thread.addEventListener('error', (event) => reject(new Error(event.message)));
    thread.addEventListener('message', ({ data }) => {
      if (data.kind === 'report') resolve(data.report);
      if (data.kind === 'failed') reject(new Error(data.why));
    });
  });
  const read = { anchors: ders(anchors), intermediates: ders(intermediates), crls: ders(crls), ocsps: ders(ocsps) };
  thread.postMessage({ bytes: Uint8Array.from(bytes), trust: { ...read, ...issuers }, ...more });
  return answered.finally(() => thread.terminate());
}`;

type Evidence = Pick<Parameters<typeof verifyRecordFile>[2], 'log' | 'status'>;

function inNode(bytes: Uint8Array, trust: Trust, evidence: Evidence = {}): Promise<VerificationReport> {
  return verifyRecordFile(bytes, trust, { ...nodeVerifyTools, at: verifyTime, ...evidence });
}

/** One thread of the built verifier a question, as the page does it. */
async function inBrowser(bytes: Uint8Array, trust: Trust, evidence: Evidence = {}): Promise<VerificationReport> {
  const worker = readdirSync(join(verifier, 'assets')).find((name) => /^verify-worker-.*\.js$/.test(name));
  assert.ok(worker);
  const list = (ders: readonly Uint8Array[]) => ders.map((der) => [...der]);
  const { anchors, intermediates, crls, ocsps, ...issuers } = trust;
  const question = {
    worker: `/assets/verifier/assets/${worker}`,
    bytes: [...bytes],
    trust: { anchors: list(anchors), intermediates: list(intermediates), crls: list(crls), ocsps: list(ocsps) },
    more: { at: verifyTime, ...evidence },
    issuers,
  };
  return page.evaluate(`(${askInPage})(${JSON.stringify(question)})`);
}

/** Equal but for one note: the browser's engine makes no PDF/A, so it compares the text where Node finds the same bytes. */
function assertSame(browsers: VerificationReport, nodes: VerificationReport): void {
  assert.deepEqual(withoutNote(browsers), withoutNote(nodes));
}

function withoutNote(report: VerificationReport) {
  const checks = report.checks.map((check) =>
    check.name === 'pdf-matches-xml' ? { ...check, details: [], technical: [] } : check,
  );
  return { ...report, checks };
}
