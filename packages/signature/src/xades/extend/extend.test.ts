import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equalBytes } from '../../der/writer.ts';
import { nodeCrypto } from '../../node.ts';
import { parseTimestampToken } from '../../timestamp/index.ts';
import { firstDeparture, parseXml } from '../../xml/index.ts';
import { checkXades, completeArchiveTimestamp, extendToLt, readXadesEvidence } from '../index.ts';
import { testLayout } from '../test-record.ts';
import { extendedRecords } from './test-extended-record.ts';

const { authority, levels, material, signatureId, withoutTimestamps: bare } = extendedRecords();
const { 'B-T': basic, 'B-LT': longTerm, 'B-LTA': archived, 'B-LTA renewed': renewed } = levels;

for (const [level, xml] of Object.entries(levels)) {
  test(`a record at ${level} passes the check of records, its other signatures as before, every byte ours`, async () => {
    const document = parseXml(xml);
    assert.equal(firstDeparture(document), undefined);
    const reports = await checkXades(document, { crypto: nodeCrypto, layout: testLayout });
    assert.deepEqual(
      reports.map(({ outcome }) => outcome),
      ['passed', 'passed', 'passed'],
    );
  });

  test(`a record at ${level} is read at that level, every timestamp over this very signature`, async () => {
    const [first, second] = await readXadesEvidence(xml, { crypto: nodeCrypto });
    assert.equal(first?.level, level.slice(0, 5).trim());
    assert.equal(second?.level, 'B-T');
    assert.deepEqual(first?.problems, []);
    for (const { token, imprint } of first?.timestamps ?? []) {
      assert.ok(equalBytes(parseTimestampToken(token).info.imprint.digest, imprint('sha-256') ?? new Uint8Array()));
    }
  });
}

test('the renewed archive timestamp proves the one before it and the material of its authority', async () => {
  const [first] = await readXadesEvidence(renewed, { crypto: nodeCrypto });
  const [earlier, last] = (first?.timestamps ?? []).filter(({ kind }) => kind === 'archive');
  assert.ok(earlier && last);
  assert.ok(last.proves.objects.some((object) => equalBytes(object, earlier.token)));
  assert.ok(last.proves.objects.length > earlier.proves.objects.length);
});

test('an archive timestamp no longer fits when anything before it is changed', async () => {
  const text = new TextDecoder().decode(archived);
  const [ocsp = ''] = /<xades:EncapsulatedOCSPValue>[^<]*/.exec(text) ?? [];
  const changed = new TextEncoder().encode(
    text.replace(ocsp, ocsp.replace(/A(?=[^A]{8}$)/, 'B').replace('MII', 'MIJ')),
  );
  const [report] = await checkXades(parseXml(changed), { crypto: nodeCrypto, layout: testLayout });
  assert.deepEqual(
    report?.findings.map(({ code }) => code),
    ['timestamp-of-another'],
  );
});

test('an archive timestamp copied from another signature of the record, or from before, is noticed', async () => {
  const [atOnce = '', later = ''] = [
    ...text(renewed).matchAll(/<xades141:ArchiveTimeStamp .*?<\/xades141:ArchiveTimeStamp>/g),
  ].map(([element]) => element);
  const intoAnother = text(archived)
    .replace(atOnce, '')
    .replace(/(sp-ht.*?)(<\/xades:UnsignedSignatureProperties>)/, (_, before, after) => before + atOnce + after);
  const swapped = text(renewed).replace(later, atOnce);
  for (const forged of [intoAnother, swapped]) {
    const xml = new TextEncoder().encode(forged);
    const reports = await checkXades(parseXml(xml), { crypto: nodeCrypto, layout: testLayout });
    assert.deepEqual(
      reports.flatMap(({ findings }) => findings.map(({ code }) => code)),
      ['timestamp-of-another'],
    );
    const evidence = await readXadesEvidence(xml, { crypto: nodeCrypto });
    const fits = evidence.flatMap(({ timestamps }) =>
      timestamps.map(({ token, imprint }) =>
        equalBytes(parseTimestampToken(token).info.imprint.digest, imprint('sha-256') ?? new Uint8Array()),
      ),
    );
    assert.equal(fits.filter((fit) => !fit).length, 1);
  }
});

function text(xml: Uint8Array): string {
  return new TextDecoder().decode(xml);
}

test('a token over something else is not taken for an archive timestamp', () => {
  const input = { xml: longTerm, signatureId, crypto: nodeCrypto };
  assert.throws(() => completeArchiveTimestamp(input, authority.timestamp(longTerm)), { code: 'xades-malformed' });
});

test('what cannot become B-LT is refused: no timestamp, no revocation data, twice, no such signature', () => {
  const refused = { code: 'xades-malformed' };
  assert.throws(() => extendToLt({ xml: bare, signatureId, ...material }), refused);
  assert.throws(() => extendToLt({ xml: basic, signatureId, ...material, crls: [], ocsps: [] }), refused);
  assert.throws(() => extendToLt({ xml: longTerm, signatureId, ...material }), refused);
  assert.throws(() => extendToLt({ xml: basic, signatureId: 'tt', ...material }), refused);
});
