import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestAuthority, extension } from '../../../../simulators/certificate-authority/authority.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { nullValue } from '../der/writer.ts';
import type { CertificatePurpose } from './certificate-purpose.ts';
import { extensionOid } from './object-identifiers.ts';
import { validatePath } from './validate-path.ts';

const at = Date.parse('2026-05-29T08:00:00Z');
const ca = createTestAuthority({ at });
const noRevAvail = extension(extensionOid.noRevAvail, nullValue());
const [ofIssuing = new Uint8Array(), ofRoot = new Uint8Array()] = ca.crls();

async function judged(leaf: Uint8Array, { purpose = 'any' as CertificatePurpose, crls = [ofRoot] } = {}) {
  const { intermediates, anchors } = ca;
  const report = await validatePath({ leaf, intermediates, anchors, at, crypto: nodeCrypto, purpose, crls });
  return [report.indication, report.revocation.status];
}

test('a certificate whose authority never revokes needs no list; the authority itself does', async () => {
  const { certificate } = ca.issue({ extraExtensions: [noRevAvail] });
  assert.deepEqual(await judged(certificate), ['passed', 'exempt']);
  assert.deepEqual(await judged(certificate, { crls: [] }), ['indeterminate', 'exempt']);
});

test('of an authority the extension says nothing', async () => {
  const { certificate } = ca.issue({ kind: 'authority', issuer: ca.root, extraExtensions: [noRevAvail] });
  assert.deepEqual(await judged(certificate, { crls: [] }), ['indeterminate', 'unknown']);
});

test('a responder says of itself that it need not be asked, where it is judged as a responder', async () => {
  const responder = ca.responder.certificate;
  assert.deepEqual(await judged(responder, { purpose: 'ocspSigning' }), ['passed', 'exempt']);
  assert.deepEqual(await judged(responder), ['indeterminate', 'unknown']);
  assert.deepEqual(await judged(responder, { crls: [ofIssuing, ofRoot] }), ['passed', 'good']);
});
