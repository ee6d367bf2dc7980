import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createTestAuthority, type TestAuthority } from '../../../../simulators/certificate-authority/authority.ts';
import { validatePath } from '../certificate/validate-path.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { parseTrustStore } from './parse-trust-store.ts';
import { parseTrustedList } from './parse-trusted-list.ts';
import { testTrustedList } from './test-trusted-list.ts';
import { anchorsAt, datedAnchors, joinTrustStores } from './trust-store.ts';

const at = Date.parse('2026-05-29T08:00:00Z');
const day = 86_400_000;
let publicCa: TestAuthority;
let governmentCa: TestAuthority;
before(() => {
  publicCa = createTestAuthority({ at });
  governmentCa = createTestAuthority({ at });
});

const base64 = (authority: TestAuthority) => Buffer.from(authority.root.certificate).toString('base64');
const iso = (time: number) => new Date(time).toISOString();

function storeJson(changes: object = {}): string {
  const service = (name: string, authority: TestAuthority, history: object[]) => ({
    ...{ name, provider: `${name} THỬ NGHIỆM`, kind: 'ca', domain: name, certificates: [base64(authority)], history },
  });
  const services = [
    service('public', publicCa, [
      { status: 'granted', from: iso(at - 900 * day) },
      { status: 'withdrawn', from: iso(at - 10 * day) },
    ]),
    service('government', governmentCa, [{ status: 'granted', from: iso(at - 900 * day) }]),
  ];
  return JSON.stringify({ name: 'Việt Nam THỬ NGHIỆM', services, ...changes });
}

test('two hierarchies stand beside each other, each with its own history', () => {
  const store = parseTrustStore(storeJson());
  assert.equal(anchorsAt(store, at - 20 * day).length, 2);
  assert.equal(anchorsAt(store, at).length, 1, 'the public one was withdrawn');
  assert.equal(anchorsAt(store, at - 2000 * day).length, 0, 'nobody was trusted then');
  assert.deepEqual(
    datedAnchors(store).map(({ service, trustedUntil }) => [service.domain, trustedUntil]),
    [
      ['public', at - 10 * day],
      ['government', undefined],
    ],
  );
});

test('what was signed before a service was withdrawn stays good, what was signed after is not', async () => {
  const store = parseTrustStore(storeJson());
  const { certificate } = publicCa.issue();
  const judge = (time: number) =>
    validatePath({
      ...{ leaf: certificate, intermediates: publicCa.intermediates, anchors: anchorsAt(store, time) },
      ...{ at: time, crypto: nodeCrypto, revocation: 'ignored' },
    });
  assert.equal((await judge(at - 11 * day)).indication, 'passed');
  assert.equal((await judge(at - 9 * day)).subIndication, 'NO_CERTIFICATE_CHAIN_FOUND');
});

test('a store that is not as documented is refused, with the place', () => {
  const refused = (json: string, message: RegExp) =>
    assert.throws(() => parseTrustStore(json), { code: 'trust-store-malformed', message });
  refused('{', /SyntaxError/);
  refused('{"name":"x","services":{}}', /services is no list/);
  refused(storeJson({ servces: [] }), /unknown field servces/);
  refused(storeJson().replace('"granted"', '"good"'), /history\[0\]\.status/);
  refused(storeJson().replace('"kind":"ca"', '"kind":"root"'), /services\[0\]\.kind/);
  refused(storeJson().replace(/"certificates":\["..../, '"certificates":["AAAA'), /services\[0\]\.certificates\[0\]/);
});

const statuses = (status = 'granted') => [
  { status, from: at - 10 * day },
  { status: 'undersupervision', from: at - 900 * day },
];

function trustedList({ version = '5', status = 'granted', identity = base64(publicCa) } = {}): Uint8Array {
  return new TextEncoder().encode(testTrustedList({ version, statuses: statuses(status), identity }));
}

test('a trusted list gives its services with what they were before', () => {
  for (const version of ['5', '6']) {
    const list = parseTrustedList(trustedList({ version, status: 'withdrawn' }));
    assert.deepEqual([list.territory, list.sequenceNumber, list.operator], ['VN', 7, 'Cơ quan THỬ NGHIỆM']);
    const [service] = list.store.services;
    assert.deepEqual([service?.name, service?.provider], ['Cấp chứng thư THỬ NGHIỆM', 'CA THỬ NGHIỆM']);
    assert.equal(anchorsAt(list.store, at - 11 * day).length, 1);
    assert.equal(anchorsAt(list.store, at).length, 0);
  }
});

test('a list of another version is refused', () => {
  assert.throws(() => parseTrustedList(trustedList({ version: '4' })), { code: 'trusted-list-malformed' });
});

test('an identity that cannot be read is passed over and told', () => {
  const list = parseTrustedList(trustedList({ identity: 'AAAA' }));
  assert.equal(anchorsAt(list.store, at).length, 0);
  assert.match(list.omitted.join(), /certificate-malformed/);
});

test('a list and a store of our own are used together', () => {
  const { store } = parseTrustedList(trustedList());
  const own = parseTrustStore(storeJson());
  assert.equal(anchorsAt(joinTrustStores('all', [own, store]), at).length, 2);
});
