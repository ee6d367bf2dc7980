import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { signerContract } from '../../../../packages/signature/testing/signer-contract.ts';
import type { TestProvider } from '../../../../simulators/signing-provider/testing/test-provider.ts';
import { startSmartSigning } from '../../../../simulators/smart-signing/start.ts';
import { createSmartSigningClient } from './smart-signing-client.ts';
import { keys, serviceRig } from './testing/service-rig.ts';

const connect = ({ url, client }: TestProvider) =>
  createSmartSigningClient({ url, spId: client.clientId, spPassword: client.clientSecret });

signerContract('a service of the SmartCA kind', {
  keys,
  service: true,
  open: (key) => serviceRig(startSmartSigning, { algorithm: key, connect }),
});

test('fifty digests are one request, the fifty-first is another', async () => {
  const { signer, provider, close } = await serviceRig(startSmartSigning, {
    algorithm: 'p-256',
    connect,
    multisign: 50,
  });
  const digests = Array.from({ length: 51 }, (_, index) => createHash('sha256').update(`học bạ ${index}`).digest());
  let over = false;
  const act = signer.signDigests(digests).finally(() => {
    over = true;
  });
  const asked: number[] = [];
  while (!over) asked.push(...((await provider?.phone('approve')) ?? []));
  assert.equal((await act).length, 51);
  assert.deepEqual(asked, [50, 1]);
  await close();
});
