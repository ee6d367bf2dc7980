import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { isListedService } from './service-address.ts';
import { createServiceDirectory } from './service-directory.ts';
import { postJson, ServiceError } from './service-http.ts';

const hosts = ['ras.example.vn', '127.0.0.1'];

describe('a school may name as its signing service', () => {
  for (const url of ['https://ras.example.vn', 'https://ras.example.vn:8443/base', 'http://127.0.0.1:4000']) {
    test(url, () => assert.equal(isListedService(url, hosts), true));
  }
});

describe('a school may not name as its signing service', () => {
  const addresses = [
    'http://ras.example.vn',
    'https://other.example.vn',
    'https://ras.example.vn.attacker.example',
    'https://ras.example.vn@169.254.169.254/',
    'https://school:secret@ras.example.vn',
    'http://169.254.169.254/latest/meta-data',
    'http://2130706433.nip.example',
    'https://10.0.0.5:5432',
    'https://ras.example.vn/?x=1',
    'file:///etc/passwd',
    'not an address',
  ];
  for (const url of addresses) test(url, () => assert.equal(isListedService(url, hosts), false));

  test('one that the operator has taken off the list since', () => {
    const account = { kind: 'smartSigning', url: 'https://ras.example.vn', spId: 'a', spPassword: 'b' } as const;
    const { open } = createServiceDirectory([]);
    assert.throws(
      () => open(account),
      (error) => error instanceof ServiceError && error.code === 'not_linked',
    );
  });
});

describe('a signing service that answers strangely', () => {
  test('is not followed to where it points: the secrets stay with it', async () => {
    const asked: string[] = [];
    await using service = await listen((request) => {
      asked.push(request.url ?? '');
      return { status: 307, headers: { location: '/elsewhere' }, body: '' };
    });
    await assert.rejects(postJson({ url: `${service.url}/login`, body: {} }), { code: 'refused' });
    assert.deepEqual(asked, ['/login']);
  });

  test('is not read beyond what an answer may hold', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(9 << 20) });
    await using service = await listen(() => ({ status: 200, headers: {}, body }));
    await assert.rejects(postJson({ url: service.url, body: {} }), { code: 'unreachable' });
  });
});

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

async function listen(reply: (request: IncomingMessage) => Reply) {
  const server = createServer((request, response) => {
    const { status, headers, body } = reply(request);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
