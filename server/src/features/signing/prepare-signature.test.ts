import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { contentParts, profileOf, required, type SignatorySlot, signatureValueId, writeYearSheet } from '@hocba/record';
import { signatureValueElement } from '@hocba/signature';
import { perSubjectSheet, sampleSheet } from '../../../../packages/record/testing/sample-sheet.ts';
import { createTestAuthority } from '../../../../simulators/certificate-authority/test-authority.ts';
import { type EarlierSignature, missingBefore, prepareSignature } from './prepare-signature.ts';

const { certificate } = createTestAuthority({ at: Date.now() }).issue({});
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

for (const sheet of [sampleSheet, perSubjectSheet]) {
  const order = required(profileOf(sheet), sheet);
  test(`each of ${order.length} signatures covers exactly the parts its place must cover, and the signatures before`, () => {
    const earlier: EarlierSignature[] = [];
    for (const slot of order) {
      const prepared = prepare(slot, sheet, earlier);
      const references = [...prepared.signedInfo.matchAll(/URI="#([^"]*)"[\s\S]*?<ds:DigestValue>([^<]*)</g)];
      const covered = references.map(([, id]) => id).filter((id) => !id?.startsWith('sp-'));
      assert.deepEqual(covered, contentParts(slot, sheet), slot);
      for (const [, id = '', digest] of references) {
        if (id.startsWith('sp-')) continue;
        assert.equal(digest, sha256(contentOf(id, sheet, earlier)), `${slot} #${id}`);
      }
      earlier.push({ slot, prepared, value: Uint8Array.of(1, 2, 3, earlier.length) });
    }
  });
}

test('a place whose forerunners have not signed cannot be prepared', () => {
  assert.throws(() => prepare('principal', sampleSheet, []), /nothing to sign at #sv-cn/);
});

test('who is still missing before a place', () => {
  assert.deepEqual(missingBefore(sampleSheet, 'homeroomTeacher', []), []);
  assert.deepEqual(missingBefore(sampleSheet, 'principal', []), ['homeroomTeacher']);
  assert.deepEqual(missingBefore(sampleSheet, 'organisationSeal', ['principal']), ['homeroomTeacher']);
  const rows = required('primaryPerSubject', perSubjectSheet).filter((slot) => slot.startsWith('subjectTeacher-'));
  assert.deepEqual(missingBefore(perSubjectSheet, 'homeroomTeacher', []), rows);
  for (const row of rows) assert.deepEqual(missingBefore(perSubjectSheet, row, []), []);
});

type Sheet = typeof sampleSheet;

function prepare(slot: SignatorySlot, sheet: Sheet, earlier: readonly EarlierSignature[]) {
  const signingTime = '2026-05-29T08:15:00Z';
  return prepareSignature({ sheet, slot, earlier, certificate, chain: [], algorithm: 'ecdsa-sha256', signingTime });
}

function contentOf(id: string, sheet: Sheet, earlier: readonly EarlierSignature[]): string {
  const part = writeYearSheet(sheet).parts.get(id);
  const signed = earlier.find((each) => signatureValueId(each.slot) === id);
  const content = part ?? (signed && signatureValueElement(signed.prepared, signed.value));
  assert.ok(content !== undefined, id);
  return content;
}
