import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestInstall, testInstall } from '../../../testing/test-school.ts';
import { createSecretBox } from '../../platform/keys/secret-box.ts';
import { saveCredential } from './credential.store.ts';
import { reencryptSecrets } from './reencrypt-secrets.ts';
import { saveService } from './service.store.ts';
import { serviceAccountPurpose } from './service-account.ts';
import { serviceTokenPurpose } from './service-token.ts';
import { sealFilePurpose } from './unlock-seal.ts';

const schoolId = '92000902';
const from = createSecretBox('a'.repeat(64));
const to = createSecretBox('b'.repeat(64));
const teacher = { schoolId, staffId: '01' };
const seal = { schoolId, staffId: schoolId };
let install: TestInstall;

before(async () => {
  install = await testInstall();
  const of = {
    credentialId: 'x',
    certificate: Buffer.from([1]),
    chain: [],
    multisign: 1,
    serviceId: null,
    registeredAt: new Date('2026-05-29T08:00:00Z'),
  };
  await install.platform.database.transaction({ schoolId }, async (tx) => {
    const account = from.seal('{}', serviceAccountPurpose({ schoolId, serviceId: 'ras' }));
    const service = { schoolId, serviceId: 'ras', kind: 'cscV1', name: 'RAS', url: 'http://127.0.0.1:1' } as const;
    await saveService(tx, { ...service, account, registeredAt: of.registeredAt });
    const token = from.seal('token', serviceTokenPurpose(teacher));
    await saveCredential(tx, { ...of, ...teacher, kind: 'remote', secret: token });
    await saveCredential(tx, { ...of, ...seal, kind: 'pkcs12', secret: from.seal('file', sealFilePurpose(schoolId)) });
  });
});
after(() => install?.end());

const change = (keys: { from: typeof from; to: typeof to }) =>
  install.platform.database.transaction({ schoolId }, (tx) => reencryptSecrets(tx, keys));

test('with a new key every secret of a school is encrypted anew, and again is no change', async () => {
  assert.equal(await change({ from, to }), 3);
  assert.equal(await change({ from, to }), 0);
  const rows = await install.rows<{ staff_id: string; secret: string }>(
    'select staff_id, secret from signing_credential',
  );
  const secrets = new Map(rows.map((row) => [row.staff_id, row.secret]));
  assert.equal(to.open(secrets.get('01') ?? '', serviceTokenPurpose(teacher)).toString(), 'token');
  assert.equal(to.open(secrets.get(schoolId) ?? '', sealFilePurpose(schoolId)).toString(), 'file');
});

test('a key that opens nothing changes nothing', async () => {
  const wrong = createSecretBox('c'.repeat(64));
  await assert.rejects(change({ from: wrong, to: createSecretBox('d'.repeat(64)) }));
  assert.equal(await change({ from, to }), 0);
});
