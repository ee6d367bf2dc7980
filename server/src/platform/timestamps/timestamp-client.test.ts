import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { parseCertificate, parseTimestampToken } from '@hocba/signature';
import {
  createTestAuthority,
  type TestAuthority,
} from '../../../../simulators/certificate-authority/test-authority.ts';
import type { CertificateJudge } from '../certificates/certificate-judge.ts';
import { createTimestampClient, TimestampUnavailable } from './timestamp-client.ts';

const first = createTestAuthority({ at: Date.now() });
const second = createTestAuthority({ at: Date.now() });
const stranger = createTestAuthority({ at: Date.now() });
const judge = {
  trusted: {
    anchors: [...first.anchors, ...second.anchors],
    intermediates: [...first.intermediates, ...second.intermediates],
  },
  revocation: { crls: async () => [...first.crls(), ...second.crls()] },
} as unknown as CertificateJudge;

const servers: Server[] = [];
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

type Behaviour = (request: Uint8Array, asked: number) => Uint8Array | number | undefined;

/** A listener that answers as told: bytes, an HTTP status, or never. */
async function authority(behave: Behaviour): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer(async (request: IncomingMessage, response) => {
    asked += 1;
    const answer = behave(new Uint8Array(await buffer(request)), asked);
    if (typeof answer === 'number') response.writeHead(answer).end();
    else if (answer) response.setHeader('content-type', 'application/timestamp-reply').end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked: () => asked };
}

const honest =
  (of: TestAuthority): Behaviour =>
  (request) =>
    of.answerTimestamp(request, Date.now());

const digestOfNow = () => new Uint8Array(createHash('sha256').update(randomBytes(32)).digest());

function isStampedBy(token: Uint8Array, of: TestAuthority): boolean {
  const serialNumbers = parseTimestampToken(token).signedData.certificates.map(
    (certificate) => parseCertificate(certificate).serialNumber,
  );
  return serialNumbers.includes(parseCertificate(of.tsa.certificate).serialNumber);
}

const faults: Readonly<Record<string, Behaviour>> = {
  'does not answer': () => undefined,
  'is overloaded': () => 503,
  'answers garbage': () => new Uint8Array([0x30, 0x03, 0x02, 0x01, 0x02]),
  'is trusted by nobody': honest(stranger),
  'answers another question': (() => {
    let kept: Uint8Array | undefined;
    return (request: Uint8Array) => {
      kept ??= first.answerTimestamp(
        request.map((byte, at) => (at === request.length - 20 ? byte ^ 1 : byte)),
        Date.now(),
      );
      return kept;
    };
  })(),
  'stamps with an expired certificate': (request) => first.answerTimestamp(request, Date.now() + 3 * 365 * 86_400_000),
};

for (const [fault, behave] of Object.entries(faults)) {
  test(`when the first authority ${fault}, the second stamps`, async () => {
    const [failing, working] = [await authority(behave), await authority(honest(second))];
    const client = createTimestampClient({ urls: [failing.url, working.url], judge, timeoutMs: 300 });
    assert.ok(isStampedBy(await client.timestamp(digestOfNow()), second));
    await client.timestamp(digestOfNow());
    assert.equal(failing.asked(), 1, 'one that failed rests');
    assert.equal(working.asked(), 2);
  });
}

test('the first is asked again after its rest, and preferred once it works', async () => {
  const recovering = await authority((request, asked) => (asked === 1 ? 503 : honest(first)(request, asked)));
  const working = await authority(honest(second));
  const client = createTimestampClient({ urls: [recovering.url, working.url], judge, restMs: 50 });
  await client.timestamp(digestOfNow());
  await new Promise((resolve) => setTimeout(resolve, 80));
  assert.ok(isStampedBy(await client.timestamp(digestOfNow()), first));
});

test('when none answers the signature stays without a timestamp, and every failure is told', async () => {
  const [one, other] = [await authority(() => 503), await authority(() => 500)];
  const client = createTimestampClient({ urls: [one.url, other.url], judge });
  await assert.rejects(client.timestamp(digestOfNow()), (error) => {
    assert.ok(error instanceof TimestampUnavailable);
    assert.match(error.message, /HTTP 503.*HTTP 500/);
    return true;
  });
  await assert.rejects(createTimestampClient({ urls: [], judge }).timestamp(digestOfNow()), TimestampUnavailable);
});
