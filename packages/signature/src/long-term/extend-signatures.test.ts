import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { defaultValidationPolicy } from '../crypto-policy/index.ts';
import { nodeCrypto, nodePdfTools } from '../node.ts';
import { authority, issuedSample, signedAt, withEvidence } from '../pades/samples/signed-samples.ts';
import { buildTimestampRequest, parseTimestampResponse } from '../timestamp/index.ts';
import { noMaterial, type RawMaterial, readMaterial } from '../validation/validation-material.ts';
import { extendedRecords } from '../xades/extend/test-extended-record.ts';
import { readXadesEvidence } from '../xades/index.ts';
import { extendablePdf, extendableXml, extendSignatures } from './index.ts';

const hour = 3_600_000;
const year = 365 * 24 * hour;
const nonce = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const pdfKind = extendablePdf({ crypto: nodeCrypto, tools: nodePdfTools });
const { authority: recordAuthority, levels } = extendedRecords();
const xmlKind = extendableXml({ crypto: nodeCrypto, read: (file) => readXadesEvidence(file, { crypto: nodeCrypto }) });
type Authority = typeof authority;

function contextOf(ca: Authority, at: number, material: Partial<RawMaterial> = {}) {
  const known = { certificates: ca.intermediates, crls: ca.crls(at), ocsps: [], ...material };
  return {
    ...{ at, policy: defaultValidationPolicy, crypto: nodeCrypto, material: readMaterial(known) },
    anchors: ca.anchors.map((der) => ({ certificate: parseCertificate(der) })),
  };
}

const stampBy = (ca: Authority, at: number) => async (digests: readonly Uint8Array[]) =>
  digests.map((digest) => {
    const answer = ca.answerTimestamp(buildTimestampRequest(digest, nonce), at);
    return parseTimestampResponse(answer, { digest, nonce }).der;
  });

const cases = [
  { name: 'PDF', kind: pdfKind, ca: authority, from: signedAt + hour, file: () => issuedSample() },
  { name: 'record', kind: xmlKind, ca: recordAuthority, from: Date.now() + hour, file: async () => levels['B-T'] },
] as const;

for (const { name, kind, ca, from, file } of cases) {
  test(`a ${name} is lifted to B-LT, to B-LTA, and renewed a year later`, async () => {
    const issued = await file();
    const longTerm = await extendSignatures({ file: issued, kind, level: 'B-LT', context: contextOf(ca, from) });
    assert.ok('file' in longTerm);
    assert.ok(longTerm.judgements.every(({ evidence }) => evidence.level === 'B-LT'));
    const again = await extendSignatures({
      ...{ file: longTerm.file, kind, level: 'B-LT' },
      context: contextOf(ca, from),
    });
    assert.ok('file' in again && again.file === longTerm.file, 'nothing is added twice');
    const archived = await extendSignatures({
      ...{ file: issued, kind, level: 'B-LTA', context: contextOf(ca, from), stamp: stampBy(ca, from) },
    });
    assert.ok('file' in archived);
    const later = from + year;
    const renewed = await extendSignatures({
      ...{ file: archived.file, kind, level: 'B-LTA', context: contextOf(ca, later), stamp: stampBy(ca, later) },
    });
    assert.ok('file' in renewed);
    for (const { evidence, indication, timestamps } of renewed.judgements) {
      assert.equal(evidence.level, 'B-LTA');
      assert.equal(indication, 'TOTAL-PASSED');
      assert.equal(timestamps.filter(({ kind: what }) => what === 'archive' || what === 'document').length, 2);
    }
  });
}

test('a PDF only grows: every byte that was signed stands where it stood', async () => {
  const issued = await issuedSample();
  const archived = await extendSignatures({
    ...{ file: issued, kind: pdfKind, level: 'B-LTA', context: contextOf(authority, signedAt + hour) },
    stamp: stampBy(authority, signedAt + hour),
  });
  assert.ok('file' in archived);
  assert.deepEqual(archived.file.subarray(0, issued.length), issued);
});

test('what cannot be proven now is not dressed up: it is refused, with the reason', async () => {
  const context = contextOf(authority, signedAt + hour);
  const refusal = async (file: Uint8Array, changes: object = {}) => {
    const outcome = await extendSignatures({ ...{ file, kind: pdfKind, level: 'B-LT', context }, ...changes });
    return 'refused' in outcome ? outcome.refused.why : undefined;
  };
  const issued = await issuedSample();
  assert.equal(await refusal(issued, { context: { ...context, material: noMaterial } }), 'not-valid');
  assert.equal(await refusal(issued, { context: { ...context, anchors: [] } }), 'not-valid');
  assert.equal(await refusal(issued, { level: 'B-LTA' }), 'no-timestamp-authority');
  const stranger = stampBy(recordAuthority, signedAt + hour);
  assert.equal(await refusal(issued, { level: 'B-LTA', stamp: stranger }), 'timestamp-not-valid');
  const copied = async () => stampBy(authority, signedAt + hour)([new Uint8Array(32)]);
  assert.equal(await refusal(withEvidence(issued, 'HT'), { level: 'B-LTA', stamp: copied }), 'timestamp-not-valid');
});
