import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { judgeBySantuario, judgeByXmlsec1 } from '../../../../tests/judges/xml-judges.ts';
import { nodeCrypto } from '../node.ts';
import { canonicalText, firstDeparture, parseXml } from '../xml/index.ts';
import { completeXades, prepareXades, type XadesInput, xadesDigestToSign } from './index.ts';
import { signTestRecord, testPolicy } from './test-record.ts';
import { testSignatories } from './test-signatories.ts';

const encoder = new TextEncoder();
const authority = testSignatories();
const directory = mkdtempSync(join(tmpdir(), 'hocba-xades-create-'));
after(() => {
  rmSync(directory, { recursive: true, force: true });
});

const ids = ['sig-cn', 'sig-ht', 'sig-cq'];
const algorithms = ['rsa-sha256', 'ecdsa-sha256', 'rsa-pss-sha256'] as const;
const signatories = algorithms.map((algorithm, i) => authority.issue(`Người ký ${i + 1}`, algorithm));
const record = signTestRecord(signatories, authority);
const file = join(directory, 'record.xml');
writeFileSync(file, record.xml);
const changed = join(directory, 'changed.xml');
writeFileSync(changed, record.xml.replace('chăm ngoan', 'chăm chỉ'));
const bySantuario = judgeBySantuario([file, changed]);
const noSantuario = 'no JDK with Santuario: apt-get install default-jdk-headless libxml-security-java';

test('xmlsec1 accepts every signature of a record and its certificate', () => {
  const [rsa] = signatories;
  assert.ok(rsa);
  const allRsa = join(directory, 'rsa.xml');
  writeFileSync(allRsa, signTestRecord([rsa, rsa, rsa], authority).xml);
  for (const verdict of judgeByXmlsec1(allRsa, ids, [authority.anchorPem])) assert.ok(verdict.valid, verdict.says);
  // xmlsec1 1.2 knows no RSA-PSS (`xmlsec1 --list-transforms`).
  for (const verdict of judgeByXmlsec1(file, ids.slice(0, 2), [authority.anchorPem]))
    assert.ok(verdict.valid, verdict.says);
});

test('xmlsec1 refuses the same signatures under a root that issued none of the certificates', () => {
  const stranger = testSignatories().anchorPem;
  for (const verdict of judgeByXmlsec1(file, ids.slice(0, 2), [stranger])) assert.equal(verdict.valid, false);
});

test('Santuario accepts every signature of a record, in RSA, RSA-PSS and ECDSA', (t) => {
  if (bySantuario === undefined) return t.skip(noSantuario);
  const said = bySantuario.get(file)?.map(({ signatureId, says }) => `${signatureId} ${says}`);
  assert.deepEqual(said, ['sig-cn true', 'sig-ht true', 'sig-cq true']);
});

test('xmlsec1 refuses the record once a comment is changed', () => {
  const verdicts = judgeByXmlsec1(changed, ids.slice(0, 2), [authority.anchorPem]);
  assert.deepEqual(
    verdicts.map(({ valid }) => valid),
    [false, false],
  );
});

test('Santuario refuses the record once a comment is changed', (t) => {
  if (bySantuario === undefined) return t.skip(noSantuario);
  assert.deepEqual(
    bySantuario.get(changed)?.map(({ says }) => says),
    ['false', 'false', 'false'],
  );
});

test('every part that is digested stands in the file in its canonical form, byte for byte', () => {
  const document = parseXml(encoder.encode(record.xml));
  const canonicalIds = ['tt', 'kq', 'nx', 'sv-cn', 'sv-ht', 'sv-cq', 'sp-cn', 'sp-ht', 'sp-cq'];
  for (const id of canonicalIds) {
    const element = document.byId.get(id);
    assert.ok(element, id);
    const inFile = new TextDecoder().decode(document.bytes.subarray(element.start, element.end));
    assert.equal(inFile, canonicalText(element, { form: 'exclusive' }));
  }
  for (const { signedInfo } of record.prepared) assert.ok(record.xml.includes(signedInfo));
  assert.equal(firstDeparture(document), undefined);
});

test('a prepared signature survives JSON', () => {
  const [prepared] = record.prepared;
  assert.ok(prepared);
  const restored = JSON.parse(JSON.stringify(prepared));
  assert.deepEqual(restored, prepared);
  assert.equal(xadesDigestToSign(restored, nodeCrypto).length, 32);
  assert.equal(completeXades(restored, Uint8Array.of(1)), completeXades(prepared, Uint8Array.of(1)));
});

const input: XadesInput = {
  ids: { signature: 's', signatureValue: 'v', signedProperties: 'p' },
  references: [{ uri: '#a', digest: new Uint8Array(32), mimeType: 'application/xml' }],
  certificate: authority.anchor,
  signingTime: '2027-05-31T08:00:00Z',
  role: 'HT',
  commitment: 'ProofOfApproval',
  policy: testPolicy,
  algorithm: 'rsa-sha256',
};
const reference = (n: number) => ({ uri: `#a${n}`, digest: new Uint8Array(32), mimeType: 'text/plain' });
const references = (count: number) => Array.from({ length: count }, (_, n) => reference(n));

test('29 references are written, one more is refused', () => {
  assert.ok(prepareXades({ ...input, references: references(29) }, nodeCrypto));
  assert.throws(() => prepareXades({ ...input, references: references(30) }, nodeCrypto), { code: 'xades-malformed' });
});

const wrong: readonly (readonly [what: string, change: Partial<XadesInput>])[] = [
  ['no reference', { references: [] }],
  ['the same part twice', { references: [reference(1), reference(1)] }],
  ['a reference outside the file', { references: [{ ...reference(1), uri: 'http://example.test/' }] }],
  ['a reference to the whole file', { references: [{ ...reference(1), uri: '' }] }],
  ['a digest cut short', { references: [{ ...reference(1), digest: new Uint8Array(31) }] }],
  ['two ids alike', { ids: { signature: 's', signatureValue: 's', signedProperties: 'p' } }],
  ['an id that is no name', { ids: { signature: '1', signatureValue: 'v', signedProperties: 'p' } }],
  ['a day that never was', { signingTime: '2027-02-30T08:00:00Z' }],
  ['a local time', { signingTime: '2027-05-31T08:00:00+07:00' }],
  ['a role with a line break', { role: 'HT\n' }],
  ['no role', { role: '' }],
];
for (const [what, change] of wrong) {
  test(`${what} is refused before anything is signed`, () => {
    assert.throws(() => prepareXades({ ...input, ...change }, nodeCrypto), { code: 'xades-malformed' });
  });
}

test('what a role or policy says cannot break out of its element', () => {
  const prepared = prepareXades({ ...input, role: '</x>&"<' }, nodeCrypto);
  const document = parseXml(encoder.encode(completeXades(prepared, Uint8Array.of(1))));
  assert.equal(
    firstDeparture({ ...document, text: `<?xml version="1.0" encoding="UTF-8"?>\n${document.text}` }),
    undefined,
  );
});
