import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { signerContract } from '../../../packages/signature/testing/signer-contract.ts';
import { PIN, type SoftToken, softToken, testIdentity, whyNoSoftToken } from '../testing/soft-token.ts';
import { listCertificates, type TokenCertificate } from './list-certificates.ts';
import { tokenSigner } from './token-signer.ts';

const skip = whyNoSoftToken();

for (const key of ['p-256', 'rsa-2048'] as const) {
  signerContract('a USB token (PKCS#11)', {
    keys: [key],
    ...(skip === undefined ? {} : { skip }),
    open: async () => {
      const token = softToken(testIdentity(key));
      const signer = tokenSigner(token.module, first(listCertificates(token.module)), PIN);
      return { signer, close: async () => token.close() };
    },
  });
}

describe('a token on the desk', { skip: skip ?? false }, () => {
  let token: SoftToken;
  before(() => {
    token = softToken(testIdentity('p-256'));
  });
  after(() => token?.close());
  const digests = [createHash('sha256').update('một học bạ').digest()];

  test('lists the person’s certificate with the authority’s, without a PIN', () => {
    const [own, ...others] = listCertificates(token.module);
    assert.equal(others.length, 0);
    assert.equal(own?.holder, 'Cô giáo THỬ NGHIỆM');
    assert.equal(own?.tokenLabel, 'USB token');
    assert.deepEqual(Buffer.from(own?.certificate ?? []), Buffer.from(token.identity.certificate));
    assert.deepEqual(
      own?.chain.map((der) => Buffer.from(der)),
      token.identity.chain.map((der) => Buffer.from(der)),
    );
  });

  test('a wrong PIN signs nothing and says so; the right one then signs', async () => {
    const certificate = first(listCertificates(token.module));
    const wrong = tokenSigner(token.module, certificate, '0000');
    await assert.rejects(wrong.signDigests(digests), { reason: 'wrong' });
    assert.equal((await tokenSigner(token.module, certificate, PIN).signDigests(digests)).length, 1);
  });
});

function first(certificates: readonly TokenCertificate[]): TokenCertificate {
  const [certificate] = certificates;
  if (!certificate) throw new Error('no certificate on the token');
  return certificate;
}
