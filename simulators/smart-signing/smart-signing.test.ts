import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { freePort, waitUntil } from '../../tests/harness/index.ts';
import { type TestProvider, testProvider } from '../signing-provider/testing/test-provider.ts';
import { startSmartSigning } from './start.ts';

describe('a service of the SmartCA kind', () => {
  let service: TestProvider;
  let serial_number: string;
  let listener: Server;
  const notices: string[] = [];

  before(async () => {
    const port = await freePort();
    listener = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => notices.push(text));
      request.on('end', () => response.end());
    }).listen(port, '127.0.0.1');
    const client = {
      clientId: 'school',
      clientSecret: 'school secret',
      name: 'Trường',
      noticeUrl: `http://127.0.0.1:${port}`,
    };
    service = await testProvider(startSmartSigning, { clients: [client], sadSeconds: 1, answerSeconds: 1 });
    await service.enrol('teacher');
    const { data } = await call('credentials/get_certificate', { user_id: 'teacher' });
    const [certificate] = data['user_certificates'] as { serial_number: string; cert_data: string }[];
    serial_number = certificate?.serial_number ?? '';
    assert.equal(new X509Certificate(Buffer.from(certificate?.cert_data ?? '', 'base64')).serialNumber, serial_number);
  });
  after(async () => {
    listener?.close();
    await service?.close();
  });

  async function call(path: string, body: object, password = 'school secret') {
    const answer = await fetch(`${service.url}/sca/sp769/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sp_id: 'school', sp_password: password, ...body }),
    });
    const given = (await answer.json()) as { status_code: number; data: Record<string, unknown> | null };
    return { code: given.status_code, data: given.data ?? {} };
  }
  const sign = (count: number, changes: object = {}) =>
    call('signatures/sign', {
      user_id: 'teacher',
      serial_number,
      transaction_id: `t${next()}`,
      sign_files: files(count),
      ...changes,
    });
  const status = (code: unknown) => call(`signatures/sign/${String(code)}/status`, {});

  test('wrong password, unknown person, other serial number, more than 50 digests, no hex: refused by code', async () => {
    assert.equal((await call('credentials/get_certificate', { user_id: 'teacher' }, 'wrong')).code, 401);
    assert.equal((await sign(1, { user_id: 'nobody' })).code, 400);
    assert.equal((await sign(1, { serial_number: '01' })).code, 400);
    assert.equal((await sign(51)).code, 400);
    assert.equal((await sign(0)).code, 400);
    assert.equal((await sign(1, { sign_files: [{ ...files(1)[0], data_to_be_signed: 'AAAA' }] })).code, 400);
    assert.equal((await status('unknown')).code, 404);
  });

  test('waits, is approved, gives the same signatures as often as it is asked, and then no more', async () => {
    const { code, data } = await sign(50);
    assert.equal(code, 200);
    assert.equal((await status(data['tran_code'])).code, 4000);
    assert.deepEqual(await service.phone('teacher', 'approve'), [50]);
    const first = await status(data['tran_code']);
    assert.equal(first.code, 1);
    assert.equal((first.data['signatures'] as unknown[]).length, 50);
    assert.deepEqual((await status(data['tran_code'])).data, first.data);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    assert.equal((await status(data['tran_code'])).code, 4001);
  });

  test('refused and unanswered requests have codes of their own; a notice tells of answers', async () => {
    const refused = await sign(1);
    await service.phone('teacher', 'reject');
    assert.equal((await status(refused.data['tran_code'])).code, 4002);
    await waitUntil(async () => notices.some((text) => text.includes(String(refused.data['tran_code']))), {
      what: 'notice',
    });
    const unanswered = await sign(1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    assert.equal((await status(unanswered.data['tran_code'])).code, 4001);
  });

  test('the same transaction is the same request, with one entry on the phone', async () => {
    const list = { transaction_id: 'same', sign_files: files(2) };
    const [one, again] = [await sign(0, list), await sign(0, list)];
    assert.equal(one.data['tran_code'], again.data['tran_code']);
    assert.deepEqual(await service.phone('teacher', 'reject'), [2]);
  });
});

let made = 0;
function next(): number {
  made += 1;
  return made;
}

function files(count: number) {
  return Array.from({ length: count }, () => ({
    doc_id: `d${next()}`,
    doc_name: 'Học bạ',
    data_to_be_signed: createHash('sha256').update(`học bạ ${made}`).digest('hex'),
    sign_type: 'hash',
    file_type: 'xml',
  }));
}
