import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  assembleRecordXml,
  contentParts,
  hocbaNamespace,
  profileOf,
  readYearSheet,
  required,
  roleCode,
  type SignatorySlot,
  signatureId,
  signaturePolicy,
  signatureValueId,
  signedPropertiesId,
  writeYearSheet,
} from '@hocba/record';
import {
  checkXades,
  completeXades,
  type DocumentLayout,
  encodePem,
  firstDeparture,
  parseXml,
  prepareXades,
  referenceType,
  signatureValueElement,
  writeDer,
} from '@hocba/signature';
import { nodeCrypto, privateKeyFromPkcs8, signData } from '@hocba/signature/node';
import { sampleSheet } from '../../packages/record/testing/sample-sheet.ts';
import { createTestAuthority, type TestIdentity } from '../../simulators/certificate-authority/test-authority.ts';
import { judgeBySantuario, judgeByXmlsec1 } from './xml-judges.ts';

const encoder = new TextEncoder();
const directory = mkdtempSync(join(tmpdir(), 'hocba-record-judged-'));
after(() => rmSync(directory, { recursive: true, force: true }));

const authority = createTestAuthority({ at: Date.now() });
const sheetXml = writeYearSheet(sampleSheet);
const slots = required(profileOf(sampleSheet), sampleSheet);
const ids = slots.map(signatureId);
const values = new Map<string, string>();
const xml = assembleRecordXml(sheetXml, slots.map(signSlot));
const file = join(directory, 'record.xml');
writeFileSync(file, xml);

const path = (...names: string[]) => names.map((name) => `{${hocbaNamespace}}${name}`);
const wholes: Readonly<Record<string, string>> = { tt: 'ThongTin', kq: 'KetQua', nx: 'NhanXet' };
const layout: DocumentLayout = {
  signaturesIn: path('HocBa', 'ChuKy'),
  partAt(id) {
    const name = wholes[id];
    if (name !== undefined) return { path: path('HocBa', name) };
    return id.startsWith('mh-') ? { path: path('HocBa', 'KetQua', 'MonHoc'), repeats: true } : undefined;
  },
};

test('a record as it is written and signed passes our own check, and is read from the very tree that was checked', async () => {
  const document = parseXml(encoder.encode(xml));
  const reports = await checkXades(document, { crypto: nodeCrypto, layout });
  assert.deepEqual(
    reports.map(({ id, level, findings }) => ({ id, level, findings })),
    ids.map((id) => ({ id, level: 'B-T', findings: [] })),
  );
  assert.equal(firstDeparture(document), undefined);
  assert.deepEqual(readYearSheet(document.root), { sheet: sampleSheet });
});

test('xmlsec1 accepts every signature of the record', () => {
  for (const verdict of judgeByXmlsec1(file, ids, [encodePem(authority.root.certificate)])) {
    assert.ok(verdict.valid, `${verdict.signatureId}: ${verdict.says}`);
  }
});

test('Santuario accepts every signature of the record', (t) => {
  const verdicts = judgeBySantuario([file]);
  if (verdicts === undefined)
    return t.skip('no JDK with Santuario: apt-get install default-jdk-headless libxml-security-java');
  assert.deepEqual(
    verdicts.get(file),
    ids.map((signatureId) => ({ signatureId, says: 'true', valid: true })),
  );
});

function signSlot(slot: SignatorySlot, index: number): string {
  const identity = authority.issue({ commonName: `Người ký ${slot}`, keyKind: index % 2 === 0 ? 'rsa-2048' : 'p-256' });
  const algorithm = identity.signer.algorithm;
  const prepared = prepareXades(
    {
      ids: {
        signature: signatureId(slot),
        signatureValue: signatureValueId(slot),
        signedProperties: signedPropertiesId(slot),
      },
      references: contentParts(slot, sampleSheet).map(reference),
      certificate: identity.certificate,
      chain: identity.chain,
      signingTime: '2027-05-31T08:00:00Z',
      role: roleCode(slot, sampleSheet),
      commitment: 'ProofOfApproval',
      policy: { ...signaturePolicy, digest: writeDer.fromHex(signaturePolicy.sha256) },
      algorithm,
    },
    nodeCrypto,
  );
  const value = sign(identity, prepared.signedInfo);
  const element = signatureValueElement(prepared, value);
  values.set(signatureValueId(slot), element);
  return completeXades(prepared, value, authority.timestamp(encoder.encode(element)));
}

function reference(id: string) {
  const content = sheetXml.parts.get(id) ?? values.get(id);
  assert.ok(content !== undefined, id);
  const digest = nodeCrypto.digest('sha-256', encoder.encode(content));
  const type = values.has(id) ? { type: referenceType.countersignedSignature } : {};
  return { uri: `#${id}`, digest, mimeType: 'application/xml', ...type };
}

function sign(identity: TestIdentity, signedInfo: string): Uint8Array {
  const key = privateKeyFromPkcs8(identity.privateKeyPkcs8);
  return signData(key, identity.signer.algorithm, encoder.encode(signedInfo));
}
