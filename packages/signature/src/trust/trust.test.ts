import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createTestAuthority, type TestAuthority } from '../../../../simulators/certificate-authority/authority.ts';
import { validatePath } from '../certificate/validate-path.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { parseTrustStore } from './parse-trust-store.ts';
import { checkTrustedList, parseTrustedList } from './parse-trusted-list.ts';
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

function trustedList({ version = '5', status = 'granted', identity = base64(publicCa) } = {}): Uint8Array {
  const service = 'http://uri.etsi.org/TrstSvc/Svctype/CA/QC';
  const uri = (name: string) => `http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/${name}`;
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<tsl:TrustServiceStatusList xmlns:tsl="http://uri.etsi.org/02231/v2#" Id="list">
 <!-- THỬ NGHIỆM -->
 <tsl:SchemeInformation>
  <tsl:TSLVersionIdentifier>${version}</tsl:TSLVersionIdentifier>
  <tsl:TSLSequenceNumber>7</tsl:TSLSequenceNumber>
  <tsl:SchemeOperatorName><tsl:Name xml:lang="vi">Cơ quan THỬ NGHIỆM</tsl:Name></tsl:SchemeOperatorName>
  <tsl:SchemeTerritory>VN</tsl:SchemeTerritory>
  <tsl:ListIssueDateTime>2026-05-01T00:00:00Z</tsl:ListIssueDateTime>
  <tsl:NextUpdate><tsl:dateTime>2026-11-01T00:00:00Z</tsl:dateTime></tsl:NextUpdate>
 </tsl:SchemeInformation>
 <tsl:TrustServiceProviderList><tsl:TrustServiceProvider>
  <tsl:TSPInformation><tsl:TSPName><tsl:Name xml:lang="vi">CA THỬ NGHIỆM</tsl:Name></tsl:TSPName></tsl:TSPInformation>
  <tsl:TSPServices><tsl:TSPService>
   <tsl:ServiceInformation>
    <tsl:ServiceTypeIdentifier>${service}</tsl:ServiceTypeIdentifier>
    <tsl:ServiceName><tsl:Name xml:lang="vi">Cấp chứng thư THỬ NGHIỆM</tsl:Name></tsl:ServiceName>
    <tsl:ServiceDigitalIdentity>
     <tsl:DigitalId><tsl:X509Certificate>${identity}</tsl:X509Certificate></tsl:DigitalId>
     <tsl:DigitalId><tsl:X509SubjectName>CN=THỬ NGHIỆM</tsl:X509SubjectName></tsl:DigitalId>
    </tsl:ServiceDigitalIdentity>
    <tsl:ServiceStatus>${uri(status)}</tsl:ServiceStatus>
    <tsl:StatusStartingTime>${iso(at - 10 * day)}</tsl:StatusStartingTime>
   </tsl:ServiceInformation>
   <tsl:ServiceHistory><tsl:ServiceHistoryInstance>
    <tsl:ServiceTypeIdentifier>${service}</tsl:ServiceTypeIdentifier>
    <tsl:ServiceStatus>${uri('undersupervision')}</tsl:ServiceStatus>
    <tsl:StatusStartingTime>${iso(at - 900 * day)}</tsl:StatusStartingTime>
   </tsl:ServiceHistoryInstance></tsl:ServiceHistory>
  </tsl:TSPService></tsl:TSPServices>
 </tsl:TrustServiceProvider></tsl:TrustServiceProviderList>
</tsl:TrustServiceStatusList>`);
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

test('a list overdue, not signed, or of an unknown version is not relied on', async () => {
  const check = (time: number, problem?: string) =>
    checkTrustedList(trustedList(), { at: time, checkSignature: async () => problem });
  assert.deepEqual((await check(at)).problems, []);
  assert.deepEqual((await check(at + 300 * day)).problems, ['overdue: nextUpdate is past']);
  assert.deepEqual((await check(at, 'key unknown')).problems, ['signature: key unknown']);
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
