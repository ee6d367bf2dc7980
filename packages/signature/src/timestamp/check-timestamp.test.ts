import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  answerTimestampRequest,
  createTestAuthority,
  type TestAuthority,
} from '../../../../simulators/certificate-authority/authority.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { checkTimestampToken, type TimestampCheckInput } from './check-timestamp.ts';
import { buildTimestampRequest } from './timestamp-request.ts';
import { parseTimestampResponse } from './timestamp-response.ts';
import { parseTimestampToken } from './timestamp-token.ts';

const at = Date.parse('2026-05-29T08:00:00Z');
const year = 365 * 86_400_000;
const data = new TextEncoder().encode('<ds:SignatureValue>…</ds:SignatureValue>');
const digest = nodeCrypto.digest('sha-256', data);
const nonce = Uint8Array.of(0, 0x91, 2, 3, 4, 5, 6, 7);
let ca: TestAuthority;
before(() => {
  ca = createTestAuthority({ at });
});

test('a token for this request is taken, checked, and is about 1.8 KB long', async () => {
  const response = ca.answerTimestamp(buildTimestampRequest(digest, nonce), at);
  const { der } = parseTimestampResponse(response, { digest, nonce });
  const report = await check(der, { nonce });
  assert.deepEqual(report.findings, []);
  assert.equal(report.indication, 'passed');
  assert.equal(report.genTime, at);
  assert.equal(report.accuracy, 1000);
  assert.ok(report.tokenBytes > 1500 && report.tokenBytes < 2000, `${report.tokenBytes} bytes`);
});

test('an answer over another digest or to another nonce is refused at once', () => {
  const response = ca.answerTimestamp(buildTimestampRequest(digest, nonce), at);
  const otherDigest = nodeCrypto.digest('sha-256', digest);
  assert.throws(() => parseTimestampResponse(response, { digest: otherDigest, nonce }), {
    code: 'timestamp-malformed',
  });
  const otherNonce = Uint8Array.of(1, 2, 3);
  assert.throws(() => parseTimestampResponse(response, { digest, nonce: otherNonce }), { code: 'timestamp-malformed' });
});

test('a token to a negative nonce is read as any other', () => {
  const positive = Uint8Array.of(0x11, 2, 3, 4, 5, 6, 7, 8);
  const { der } = parseTimestampResponse(ca.answerTimestamp(buildTimestampRequest(digest, positive), at), {
    ...{ digest, nonce: positive },
  });
  const found = Buffer.from(der).indexOf(Buffer.from([0x02, 8, ...positive]));
  const negative = der.slice();
  negative[found + 2] = 0x91;
  assert.equal(parseTimestampToken(negative).info.nonce, `-${(0x6e_fd_fc_fb_fa_f9_f8_f8n).toString(16)}`);
});

test('a refusal says why', () => {
  const weak = buildTimestampRequest(new Uint8Array(20), nonce, 'sha-1');
  const response = ca.answerTimestamp(weak);
  const refused = { code: 'timestamp-refused', message: /badAlg/ };
  assert.throws(() => parseTimestampResponse(response, { digest, nonce }), refused);
});

test('a token copied from another signature fails', async () => {
  const report = await check(ca.timestamp(new TextEncoder().encode('another')), {});
  assert.deepEqual([report.indication, report.subIndication, report.imprintOk], ['failed', 'HASH_FAILURE', false]);
});

test('every altered byte of a token is found', async () => {
  const order = { request: buildTimestampRequest(digest, nonce), at, serialNumber: '77', chain: [] };
  const { der: token } = parseTimestampResponse(answerTimestampRequest(order, ca.tsa), { digest, nonce });
  for (let i = 0; i < token.length; i += 11) {
    const altered = token.slice();
    altered[i] = (altered[i] ?? 0) ^ 2;
    const { indication } = await check(altered, {});
    assert.notEqual(indication, 'passed', `byte ${i}`);
  }
});

test('a certificate that is not solely and critically for timestamps makes none', async () => {
  const staff = ca.issue();
  const order = { request: buildTimestampRequest(digest, nonce), at, serialNumber: '77', chain: [] };
  const { der } = parseTimestampResponse(answerTimestampRequest(order, staff), { digest, nonce });
  const report = await check(der, {});
  assert.deepEqual([report.indication, report.subIndication], ['indeterminate', 'CHAIN_CONSTRAINTS_FAILURE']);
});

test('a token from outside the life of its authority, or from an unknown one, does not count', async () => {
  const late = await check(ca.timestamp(data, at + 3 * year), {});
  assert.equal(late.subIndication, 'EXPIRED');
  const stranger = createTestAuthority({ at });
  assert.equal((await check(stranger.timestamp(data), {})).subIndication, 'NO_CERTIFICATE_CHAIN_FOUND');
});

test('a token not known to be older than the end of its authority is undecided when asked so', async () => {
  const token = ca.timestamp(data);
  assert.equal((await check(token, { knownSince: at + year })).indication, 'passed');
  assert.equal((await check(token, { knownSince: at + 3 * year })).subIndication, 'OUT_OF_BOUNDS_NO_POE');
});

test('after the authority’s key was compromised its earlier tokens are undecided; after it merely stopped they stand', async () => {
  for (const [reason, expected] of [
    ['keyCompromise', 'indeterminate'],
    ['cessationOfOperation', 'passed'],
  ] as const) {
    const own = createTestAuthority({ at });
    const token = own.timestamp(data);
    own.revoke(own.tsa.certificate, at + 1000, reason);
    const { anchors, intermediates } = own;
    const report = await check(token, { anchors, intermediates, crls: own.crls(at + 2000) });
    assert.equal(report.indication, expected);
  }
});

test('a policy nobody accepts is a finding', async () => {
  const report = await check(ca.timestamp(data), { acceptablePolicies: ['2.999.1'] });
  assert.equal(report.subIndication, 'SIG_CONSTRAINTS_FAILURE');
});

function check(token: Uint8Array, changes: Partial<TimestampCheckInput>) {
  const { anchors, intermediates } = ca;
  const usual = { anchors, intermediates, crls: ca.crls(), crypto: nodeCrypto, imprintOf: { data } };
  return checkTimestampToken({ token, ...usual, ...changes });
}
