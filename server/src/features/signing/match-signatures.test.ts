import assert from 'node:assert/strict';
import { test } from 'node:test';
import { privateKeyFromPkcs8, signData } from '@hocba/signature/node';
import { sampleSheet } from '../../../../packages/record/testing/sample-sheet.ts';
import { createTestAuthority } from '../../../../simulators/certificate-authority/test-authority.ts';
import { matchSignatures } from './match-signatures.ts';
import { prepareSignature } from './prepare-signature.ts';
import { dataToSign } from './prepared-item.ts';
import type { SigningItem } from './session.store.ts';

const authority = createTestAuthority({ at: Date.now() });
const holder = authority.issue({});
const stranger = authority.issue({});
const algorithm = 'ecdsa-sha256';
const items = Array.from({ length: 5 }, (_, position) => item(position));
const values = items.map((each) => signatureOf(each, holder));
const [a, b, c, d, e] = values as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

const answers: readonly (readonly [string, readonly Uint8Array[], readonly number[]])[] = [
  ['in order', [a, b, c, d, e], [0, 1, 2, 3, 4]],
  ['in another order', [b, c, d, e, a], [0, 1, 2, 3, 4]],
  ['one too few', [a, b, c, d], [0, 1, 2, 3]],
  ['with a gap in the middle', [a, c, d, e], [0, 2, 3, 4]],
  ['the same one for all', [a, a, a, a, a], [0]],
  ['with doubles', [a, a, c, c, e], [0, 2, 4]],
  ['by a stranger’s key', items.map((each) => signatureOf(each, stranger)), []],
  ['one of them a stranger’s', [a, b, signatureOf(items[2], stranger), d, e], [0, 1, 3, 4]],
  ['of other documents', [signatureOf(item(77), holder)], []],
  ['as noise', [new Uint8Array(64), new Uint8Array(0), new Uint8Array(7)], []],
  ['not at all', [], []],
];

for (const [how, answered, signed] of answers) {
  test(`signatures that come ${how}: each document gets its own or none`, async () => {
    const matched = await matchSignatures({ certificate: holder.certificate, items, algorithm }, answered);
    assert.deepEqual(
      matched.map(({ item: { position } }) => position),
      signed,
    );
    for (const { item: each, value } of matched)
      assert.deepEqual(Buffer.from(value), Buffer.from(values[each.position] ?? []));
  });
}

/** ECDSA: what it makes of the same data differs each time, so `values` are the ones compared with. */
function signatureOf(of: SigningItem | undefined, who: typeof holder): Uint8Array {
  if (!of?.prepared) throw new Error('nothing prepared');
  return signData(privateKeyFromPkcs8(who.privateKeyPkcs8), algorithm, dataToSign(of.prepared));
}

function item(position: number): SigningItem {
  const sheet = { ...sampleSheet, recordId: String(position).padStart(32, '0') };
  const prepared = prepareSignature({
    sheet,
    slot: 'homeroomTeacher',
    earlier: [],
    certificate: holder.certificate,
    chain: [],
    algorithm,
    signingTime: '2026-05-29T08:15:00Z',
  });
  const signedAt = '2026-05-29T08:15:00Z';
  return {
    yearSheetId: String(position),
    slot: 'homeroomTeacher',
    position,
    label: '',
    prepared: { prepared, signedAt },
    digest: null,
  };
}
