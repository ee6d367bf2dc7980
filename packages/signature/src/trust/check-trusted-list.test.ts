import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  createTestAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../../../simulators/certificate-authority/authority.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { checkTrustedList } from './check-trusted-list.ts';
import { signTrustedList, testTrustedList } from './test-trusted-list.ts';

const at = Date.parse('2026-05-29T08:00:00Z');
const day = 86_400_000;
let ca: TestAuthority;
let operator: TestIdentity;
let xml: string;
let signed: Uint8Array;
before(() => {
  ca = createTestAuthority({ at });
  operator = ca.issue({ commonName: 'Cơ quan lập danh sách THỬ NGHIỆM' });
  const identity = Buffer.from(ca.root.certificate).toString('base64');
  xml = testTrustedList({ identity, statuses: [{ status: 'granted', from: at - 900 * day }] });
  signed = signTrustedList(xml, operator);
});

async function problemsOf(list: Uint8Array | string, { when = at, signer = operator.certificate } = {}) {
  const file = typeof list === 'string' ? new TextEncoder().encode(list) : list;
  const signers = [parseCertificate(signer)];
  const { problems } = await checkTrustedList(file, { at: when, crypto: nodeCrypto, signers });
  return problems.map(({ code }) => code);
}

const text = (list: Uint8Array) => new TextDecoder().decode(list);

test('a list signed by whom it must be signed is relied on', async () => {
  const { list, signer, problems } = await checkTrustedList(signed, { at, crypto: nodeCrypto });
  assert.deepEqual(problems, []);
  assert.equal(list.store.services.length, 1);
  assert.deepEqual(signer?.der, operator.certificate);
  assert.deepEqual(await problemsOf(signed), []);
});

test('a list not signed, signed by somebody else, changed, or signed in part only is not', async () => {
  assert.deepEqual(await problemsOf(xml), ['unsigned']);
  assert.deepEqual(await problemsOf(signed, { signer: ca.issue().certificate }), ['signer-unknown']);
  assert.deepEqual(await problemsOf(text(signed).replace('Cấp chứng thư', 'Cấp chứng chỉ')), ['signature-wrong']);
  const inner = text(signed).replace('<tsl:SchemeInformation>', '<tsl:SchemeInformation Id="part">');
  assert.deepEqual(await problemsOf(inner.replace('URI=""', 'URI="#part"')), ['signature-wrong']);
});

test('a signature that stands elsewhere than under the root, or beside another, is not the list’s', async () => {
  const [signature = ''] = /<ds:Signature .*<\/ds:Signature>/s.exec(text(signed)) ?? [];
  const moved = text(signed)
    .replace(signature, '')
    .replace('<tsl:SchemeTerritory>', `${signature}<tsl:SchemeTerritory>`);
  assert.deepEqual(await problemsOf(moved), ['signature-wrong']);
  const twice = text(signed).replace(signature, signature + signature.replaceAll(/Id="s/g, 'Id="t'));
  assert.deepEqual(await problemsOf(twice), ['signature-wrong']);
});

test('a list overdue, or issued in the future, or signed outside the life of its certificate is told of', async () => {
  assert.deepEqual(await problemsOf(signed, { when: at + 300 * day }), ['overdue']);
  assert.deepEqual(await problemsOf(signed, { when: at - 100 * day }), ['issued-in-the-future']);
  const expired = ca.issue({ notBefore: at - 400 * day, notAfter: at - 100 * day });
  assert.deepEqual(await problemsOf(signTrustedList(xml, expired), { signer: expired.certificate }), [
    'signer-out-of-validity',
  ]);
});

test('asked for a time long past, a list of today serves with its history', async () => {
  const { problems } = await checkTrustedList(signed, { at: at - 400 * day, now: at, crypto: nodeCrypto });
  assert.deepEqual(problems, []);
});

test('a list of lists says whose keys sign the others', async () => {
  const lists = testTrustedList({
    territory: 'EU',
    pointsTo: operator.certificate,
    statuses: [{ status: 'granted', from: at }],
  });
  const { list } = await checkTrustedList(signTrustedList(lists, ca.issue()), { at, crypto: nodeCrypto });
  const [pointer] = list.pointers;
  assert.equal(pointer?.territory, 'VN');
  assert.deepEqual(
    pointer?.signers.map(({ der }) => der),
    [operator.certificate],
  );
});
