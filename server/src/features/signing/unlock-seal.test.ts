import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSecretBox } from '../../platform/keys/secret-box.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Credential } from './credential.store.ts';
import { sealFilePurpose, unlockSeal } from './unlock-seal.ts';

const schoolId = '92000902';
const kept = createSecretBox('a'.repeat(64));
const credential: Credential = {
  schoolId,
  staffId: schoolId,
  kind: 'pkcs12',
  credentialId: 'x',
  certificate: Buffer.from([1]),
  chain: [],
  multisign: 1,
  serviceId: null,
  secret: kept.seal('no PKCS#12', sealFilePurpose(schoolId)),
};
const open = (secrets: Platform['secrets'], password?: string) =>
  unlockSeal({ secrets } as Platform, { credential, sessionId: 'one' }, password);

test('a seal kept under an encryption key that is gone is asked for again', () => {
  assert.throws(() => open(createSecretBox('b'.repeat(64)), 'secret'), { code: 'seal-file-unreadable' });
});

test('without a password, or with one that does not open the file, the seal stays closed', () => {
  assert.throws(() => open(kept), { code: 'seal-password-missing' });
  assert.throws(() => open(kept, 'secret'), { code: 'seal-not-opened' });
});
