import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestAuthority } from '../../../../../simulators/certificate-authority/test-authority.ts';
import { encodePem, parseCertificate } from '../../certificate/index.ts';
import { equalBytes } from '../../der/writer.ts';
import { nodeCrypto, privateKeyFromPkcs8, signData } from '../../node.ts';
import { buildOcspRequest } from '../../revocation/index.ts';
import { buildTimestampRequest, parseTimestampResponse, parseTimestampToken } from '../../timestamp/index.ts';
import { firstDeparture, parseXml } from '../../xml/index.ts';
import {
  addTimestampValidation,
  checkXades,
  completeArchiveTimestamp,
  extendToLt,
  prepareArchiveTimestamp,
  readXadesEvidence,
} from '../index.ts';
import { signTestRecord, testLayout } from '../test-record.ts';
import type { TestSignatory } from '../test-signatories.ts';

const now = Date.now();
const authority = createTestAuthority({ at: now });
const signatory = (commonName: string): TestSignatory => {
  const { certificate, chain, privateKeyPkcs8 } = authority.issue({ commonName });
  const key = privateKeyFromPkcs8(privateKeyPkcs8);
  const algorithm = 'ecdsa-sha256';
  return { algorithm, certificate, chain, sign: (data) => signData(key, algorithm, data) };
};
const signatories = [signatory('Giáo viên'), signatory('Hiệu trưởng'), signatory('Con dấu')];
const record = signTestRecord(signatories, {
  ...{ anchor: authority.root.certificate, anchorPem: encodePem(authority.root.certificate) },
  ...{ issue: signatory, timestamp: (data) => authority.timestamp(data) },
});
const basic = new TextEncoder().encode(record.xml);

const [issuing = new Uint8Array()] = authority.intermediates;
const ocspOf = (der: Uint8Array) => {
  const request = { certificate: parseCertificate(der), issuer: parseCertificate(issuing), crypto: nodeCrypto };
  return authority.ocsp(buildOcspRequest(request));
};
const material = {
  certificates: [issuing, authority.root.certificate, authority.responder.certificate, authority.tsa.certificate],
  crls: authority.crls(),
  ocsps: [ocspOf(signatories[0]?.certificate ?? issuing)],
};
const signatureId = 'sig-cn';
const longTerm = extendToLt({ xml: basic, signatureId, ...material });
const archived = archive(longTerm);
const renewed = archive(addTimestampValidation({ xml: archived, signatureId, ...material, ocsps: [] }));

function archive(xml: Uint8Array): Uint8Array {
  const input = { xml, signatureId, crypto: nodeCrypto };
  const digest = prepareArchiveTimestamp(input);
  const nonce = Uint8Array.from({ length: 8 }, (_, index) => index + 1);
  const answer = authority.answerTimestamp(buildTimestampRequest(digest, nonce));
  return completeArchiveTimestamp(input, parseTimestampResponse(answer, { digest, nonce }).der);
}

const levels = { 'B-T': basic, 'B-LT': longTerm, 'B-LTA': archived, 'B-LTA renewed': renewed };

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

test('a token over something else is not taken for an archive timestamp', () => {
  const input = { xml: longTerm, signatureId, crypto: nodeCrypto };
  assert.throws(() => completeArchiveTimestamp(input, authority.timestamp(longTerm)), { code: 'xades-malformed' });
});

test('what cannot become B-LT is refused: no timestamp, no revocation data, twice, no such signature', () => {
  const bare = new TextEncoder().encode(signTestRecord(signatories).xml);
  const refused = { code: 'xades-malformed' };
  assert.throws(() => extendToLt({ xml: bare, signatureId, ...material }), refused);
  assert.throws(() => extendToLt({ xml: basic, signatureId, ...material, crls: [], ocsps: [] }), refused);
  assert.throws(() => extendToLt({ xml: longTerm, signatureId, ...material }), refused);
  assert.throws(() => extendToLt({ xml: basic, signatureId: 'tt', ...material }), refused);
});
