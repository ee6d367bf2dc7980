import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  buildOcspRequest,
  buildTimestampRequest,
  checkTimestampToken,
  decodePem,
  parseCertificate,
  parseTimestampResponse,
  sameName,
  validatePath,
} from '@hocba/signature';
import { nodeCrypto, openPkcs12 } from '@hocba/signature/node';
import {
  freePort,
  type StoryProcess,
  startProcess,
  type TemporaryDatabase,
  temporaryDatabase,
} from '../../tests/harness/index.ts';
import { generateKey } from './keys.ts';

const data = new TextEncoder().encode('giá trị chữ ký');
const digest = nodeCrypto.digest('sha-256', data);
let database: TemporaryDatabase;
let folder: string;
let url: string;
let process_: StoryProcess;

before(async () => {
  database = await temporaryDatabase('certificate_authority');
  folder = await mkdtemp(join(tmpdir(), 'certificate-authority-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const encryptionKey = randomBytes(32).toString('hex');
  const settings = { port, publicUrl: url, databaseUrl: database.ownerUrl, encryptionKey, adminToken: 'office' };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
  const command = [process.execPath, 'simulators/certificate-authority/main.ts', join(folder, 'settings.json')];
  process_ = await startProcess(command, { waitFor: `${url}/healthz` });
});
after(async () => {
  await process_.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

test('a certificate issued here is good by list and by OCSP until it is revoked', async () => {
  const { certificate, serialNumber } = await issue({ kind: 'staff' });
  const now = Date.now();
  assert.equal((await validate(certificate, { at: now, crls: await lists() })).indication, 'passed');
  const byOcsp = await validate(certificate, {
    at: now,
    crls: [await get('/crl/root.crl')],
    ocsps: [await ocsp(certificate)],
  });
  assert.deepEqual(byOcsp.findings, []);
  const moment = new Date(now + 60_000).toISOString();
  assert.equal((await post('/revoke', { serialNumber, at: moment, reason: 'keyCompromise' })).status, 200);
  const evidence = { crls: await lists(), ocsps: [await ocsp(certificate)] };
  assert.equal((await validate(certificate, { at: now, ...evidence })).indication, 'passed', 'before the revocation');
  const later = await validate(certificate, { at: now + 61_000, ...evidence });
  assert.deepEqual([later.indication, later.subIndication], ['failed', 'REVOKED']);
});

test('it makes the certificates that tests of refusal need', async () => {
  const past = { notBefore: '2020-01-01T00:00:00Z', notAfter: '2021-01-01T00:00:00Z' };
  const expired = await issue({ kind: 'staff', ...past });
  assert.equal(parseCertificate(expired.certificate).notAfter, Date.parse(past.notAfter));
  const future = await issue({ kind: 'seal', notBefore: '2030-01-01T00:00:00Z', validityDays: 5 });
  assert.equal((await validate(future.certificate)).subIndication, 'NOT_YET_VALID');
  const wrong = await issue({ kind: 'wrongUsage' });
  assert.equal((await validate(wrong.certificate)).subIndication, 'CHAIN_CONSTRAINTS_FAILURE');
});

test('every name says it is a test, and nobody issues without the token', async () => {
  const { certificate } = await issue({ kind: 'staff' });
  const { subject, issuer } = parseCertificate(certificate);
  assert.match(subject.text, /^CN=Nguyễn Thị Hoa,O=Trường Tiểu học,OU=THỬ NGHIỆM,C=VN$/);
  assert.match(issuer.text, /THỬ NGHIỆM/);
  for (const path of ['/issue', '/issue-key-file', '/revoke', '/faults']) {
    assert.equal((await post(path, {}, 'wrong')).status, 401);
  }
});

test('a request asked twice gets one certificate', async () => {
  const publicKey = Buffer.from(generateKey('p-256').spki).toString('base64');
  const order = { kind: 'install', publicKey, requestId: 'yêu-cầu-0001', ipAddresses: ['127.0.0.1'] };
  assert.equal((await issue(order)).serialNumber, (await issue(order)).serialNumber);
});

test('a seal comes as a key file that opens', async () => {
  const order = { kind: 'seal', subject: { commonName: 'Trường Tiểu học' }, password: 'mật khẩu' };
  const response = await post('/issue-key-file', order);
  const { certificate, chain } = openPkcs12(new Uint8Array(await response.arrayBuffer()), 'mật khẩu');
  assert.equal((await validate(certificate)).indication, 'passed');
  assert.equal(chain.length, 1);
});

test('kill -9 during stamping: every token is good and no serial number comes twice', async () => {
  const trustBefore = await get('/trust');
  const serials = new Set<string>();
  let stamps = 0;
  for (let round = 0; round < 4; round++) {
    const asked = Array.from({ length: 40 }, () => stamp().catch(() => undefined));
    await new Promise((resolve) => setTimeout(resolve, 5 + round * 20));
    await process_.restart();
    for (const token of await Promise.all([...asked, stamp()])) {
      if (token === undefined) continue;
      stamps += 1;
      serials.add(token.info.serialNumber);
    }
  }
  assert.equal(serials.size, stamps);
  assert.deepEqual(await get('/trust'), trustBefore, 'the same authority after every restart');
  const { der: token } = await stamp();
  const trust = { ...(await trusted()), crls: await lists(), crypto: nodeCrypto };
  const report = await checkTimestampToken({ token, imprintOf: { data }, ...trust });
  assert.deepEqual(report.findings, []);
  assert.ok(report.tokenBytes < 3500, `${report.tokenBytes} bytes`);
});

test('services can be switched off and on again', async () => {
  await post('/faults', { tsaDown: true, ocspDown: true });
  await assert.rejects(stamp(), /503/);
  const { certificate } = await issue({ kind: 'staff' });
  assert.equal(
    (await validate(certificate, { crls: [], ocsps: [await ocsp(certificate)] })).subIndication,
    'TRY_LATER',
  );
  await post('/faults', { tsaDown: false, ocspDown: false });
  await stamp();
});

async function issue(order: object): Promise<{ certificate: Uint8Array; serialNumber: string }> {
  const publicKey = Buffer.from(generateKey('p-256').spki).toString('base64');
  const subject = { commonName: 'Nguyễn Thị Hoa', organisation: 'Trường Tiểu học' };
  const response = await post('/issue', { publicKey, subject, ...order });
  assert.equal(response.status, 200, await response.clone().text());
  const answer = (await response.json()) as { certificate: string; serialNumber: string };
  return { certificate: new Uint8Array(Buffer.from(answer.certificate, 'base64')), serialNumber: answer.serialNumber };
}

async function validate(leaf: Uint8Array, changes: { at?: number; crls?: Uint8Array[]; ocsps?: Uint8Array[] } = {}) {
  const { at = Date.now(), crls = await lists(), ocsps = [] } = changes;
  return validatePath({ leaf, ...(await trusted()), at, crls, ocsps, crypto: nodeCrypto });
}

async function trusted(): Promise<{ anchors: Uint8Array[]; intermediates: Uint8Array[] }> {
  const certificates = decodePem(new TextDecoder().decode(await get('/trust')));
  const isRoot = (der: Uint8Array) => {
    const { subject, issuer } = parseCertificate(der);
    return sameName(subject, issuer);
  };
  return { anchors: certificates.filter(isRoot), intermediates: certificates.filter((der) => !isRoot(der)) };
}

async function lists(): Promise<Uint8Array[]> {
  return Promise.all(['/crl/root.crl', '/crl/issuing.crl'].map(get));
}

async function ocsp(certificate: Uint8Array): Promise<Uint8Array> {
  const [issuer] = (await trusted()).intermediates;
  assert.ok(issuer);
  const about = { certificate: parseCertificate(certificate), issuer: parseCertificate(issuer) };
  return send('/ocsp', buildOcspRequest({ ...about, crypto: nodeCrypto }), 'application/ocsp-request');
}

async function stamp() {
  const nonce = new Uint8Array(randomBytes(8));
  const request = buildTimestampRequest(digest, nonce);
  return parseTimestampResponse(await send('/tsa', request, 'application/timestamp-query'), { digest, nonce });
}

async function send(path: string, request: Uint8Array, type: string): Promise<Uint8Array> {
  const body = new Uint8Array(request);
  const response = await fetch(`${url}${path}`, { method: 'POST', body, headers: { 'content-type': type } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function get(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(`${url}${path}`)).arrayBuffer());
}

function post(path: string, body: object, token = 'office'): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}
