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
  signaturePolicyOf,
  signatureValueId,
  signedPropertiesId,
  writeYearSheet,
  type YearSheet,
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
import { hardestUpperSecondarySheet } from '../../packages/record/testing/hardest-sheets.ts';
import { perSubjectSheet, sampleSheet } from '../../packages/record/testing/sample-sheet.ts';
import { lowerSecondarySheet } from '../../packages/record/testing/secondary-samples.ts';
import { createTestAuthority, type TestIdentity } from '../../simulators/certificate-authority/test-authority.ts';
import { judgeBySantuario, judgeByXmlsec1 } from './xml-judges.ts';

const encoder = new TextEncoder();
const directory = mkdtempSync(join(tmpdir(), 'hocba-record-judged-'));
after(() => rmSync(directory, { recursive: true, force: true }));

const authority = createTestAuthority({ at: Date.now() });
const records = [sampleSheet, perSubjectSheet, lowerSecondarySheet, hardestUpperSecondarySheet].map(signRecord);

const path = (...names: string[]) => names.map((name) => `{${hocbaNamespace}}${name}`);
const wholes: Readonly<Record<string, string>> = { tt: 'ThongTin', kq: 'KetQua', nx: 'NhanXet' };
const layoutOf = (root: string): DocumentLayout => ({
  signaturesIn: path(root, 'ChuKy'),
  partAt(id) {
    const name = wholes[id];
    if (name !== undefined) return { path: path(root, name) };
    return id.startsWith('mh-') ? { path: path(root, 'KetQua', 'MonHoc'), repeats: true } : undefined;
  },
});

for (const record of records) {
  const { xml, ids, file, sheet } = record;
  const whose = `a record of ${ids.length} signatures`;

  test(`${whose} passes our own check, and is read from the very tree that was checked`, async () => {
    const document = parseXml(encoder.encode(xml));
    const reports = await checkXades(document, { crypto: nodeCrypto, layout: layoutOf(document.root.localName) });
    assert.deepEqual(
      reports.map(({ id, level, findings }) => ({ id, level, findings })),
      ids.map((id) => ({ id, level: 'B-T', findings: [] })),
    );
    assert.equal(firstDeparture(document), undefined);
    assert.deepEqual(readYearSheet(document.root), { sheet });
  });

  test(`xmlsec1 accepts every signature of ${whose}`, () => {
    for (const verdict of judgeByXmlsec1(file, ids, [encodePem(authority.root.certificate)])) {
      assert.ok(verdict.valid, `${verdict.signatureId}: ${verdict.says}`);
    }
  });
}

test('Santuario accepts every signature of the records', (t) => {
  const verdicts = judgeBySantuario(records.map(({ file }) => file));
  if (verdicts === undefined) {
    return t.skip('no JDK with Santuario: apt-get install default-jdk-headless libxml-security-java');
  }
  for (const { file, ids } of records) {
    assert.deepEqual(
      verdicts.get(file),
      ids.map((signatureId) => ({ signatureId, says: 'true', valid: true })),
    );
  }
});

function signRecord(sheet: YearSheet) {
  const sheetXml = writeYearSheet(sheet);
  const slots = required(profileOf(sheet), sheet);
  const content = new Map(sheetXml.parts);
  const signatures = slots.map((slot, index) => signSlot(slot, { sheet, content, index }));
  const xml = assembleRecordXml(sheetXml, signatures);
  const file = join(directory, `record-${slots.length}.xml`);
  writeFileSync(file, xml);
  return { sheet, xml, file, ids: slots.map(signatureId) };
}

interface Signing {
  readonly sheet: YearSheet;
  /** By Id: the parts, and the signature values made so far. */
  readonly content: Map<string, string>;
  readonly index: number;
}

function signSlot(slot: SignatorySlot, { sheet, content, index }: Signing): string {
  const identity = authority.issue({ commonName: `Người ký ${slot}`, keyKind: index % 2 === 0 ? 'rsa-2048' : 'p-256' });
  const prepared = prepareXades(
    {
      ids: {
        signature: signatureId(slot),
        signatureValue: signatureValueId(slot),
        signedProperties: signedPropertiesId(slot),
      },
      references: contentParts(slot, sheet).map((id) => reference(id, content.get(id) ?? '')),
      certificate: identity.certificate,
      chain: identity.chain,
      signingTime: '2027-05-31T08:00:00Z',
      role: roleCode(slot, sheet),
      commitment: 'ProofOfApproval',
      policy: policyOf(sheet),
      algorithm: identity.signer.algorithm,
    },
    nodeCrypto,
  );
  const value = sign(identity, prepared.signedInfo);
  const element = signatureValueElement(prepared, value);
  content.set(signatureValueId(slot), element);
  return completeXades(prepared, value, authority.timestamp(encoder.encode(element)));
}

function reference(id: string, element: string) {
  assert.ok(element !== '', id);
  const digest = nodeCrypto.digest('sha-256', encoder.encode(element));
  const type = id.startsWith('sv-') ? { type: referenceType.countersignedSignature } : {};
  return { uri: `#${id}`, digest, mimeType: 'application/xml', ...type };
}

function sign(identity: TestIdentity, signedInfo: string): Uint8Array {
  const key = privateKeyFromPkcs8(identity.privateKeyPkcs8);
  return signData(key, identity.signer.algorithm, encoder.encode(signedInfo));
}

function policyOf(sheet: YearSheet) {
  const policy = signaturePolicyOf(sheet);
  return { ...policy, digest: writeDer.fromHex(policy.sha256) };
}
