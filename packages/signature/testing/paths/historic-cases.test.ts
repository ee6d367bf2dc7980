import assert from 'node:assert/strict';
import { sign } from 'node:crypto';
import { test } from 'node:test';
import { parseCertificate, validatePath } from '../../src/certificate/index.ts';
import type { CryptoPort } from '../../src/crypto/crypto-port.ts';
import { nodeCrypto } from '../../src/crypto/node-crypto.ts';
import type { ValidationPolicy } from '../../src/crypto-policy/index.ts';
import { DerMembers, readDer } from '../../src/der/reader.ts';
import { tag } from '../../src/der/tags.ts';
import { bitString, concat, objectIdentifier, sequence } from '../../src/der/writer.ts';
import { at, issueOdd, type Party } from './odd-authority.ts';

const root = issueOdd({ name: 'Gốc THỬ NGHIỆM', authority: true });
const ecdsaWithSha1 = sequence(objectIdentifier('1.2.840.10045.4.1'));

/** The same certificate, its signature made with SHA-1. */
function withSha1({ certificate }: Party, issuer: Party): Uint8Array {
  const tbs = new DerMembers(readDer(certificate)).take(tag.sequence);
  const members = new DerMembers(tbs);
  const [version, serial] = [members.take(), members.take()];
  const named = members.take().bytes;
  const rest = tbs.content.subarray(version.bytes.length + serial.bytes.length + named.length);
  const changed = sequence(concat(version.bytes, serial.bytes, ecdsaWithSha1, rest));
  return sequence(changed, ecdsaWithSha1, bitString(new Uint8Array(sign('sha1', changed, issuer.key.privateKey))));
}

const leaf = withSha1(issueOdd({}, root), root);
/** As if SHA-1 were still good. */
const lenient: Pick<ValidationPolicy, 'digests' | 'keys'> = {
  digests: [{ name: 'sha-1' }, { name: 'sha-256' }],
  keys: [{ family: 'ecdsa', minimumBits: 256 }],
};

async function codes(certificate: Uint8Array, policy?: typeof lenient, crypto: CryptoPort = nodeCrypto) {
  const report = await validatePath({
    ...{ leaf: certificate, intermediates: [], anchors: [root.certificate], at, crypto, purpose: 'any' },
    ...{ revocation: 'ignored', ...(policy && { policy }) },
  });
  return report.findings.map(({ about }) => about?.code);
}

test('a signature with SHA-1 is computed, and told to be too weak since 2012', async () => {
  assert.equal(parseCertificate(leaf).signatureAlgorithm, undefined, 'no algorithm anything is made with');
  assert.deepEqual(await codes(leaf), ['signature-too-weak']);
});

test('where a policy still allows it, it must be right', async () => {
  assert.deepEqual(await codes(leaf, lenient), []);
  const other = issueOdd({ sameNameAs: root, authority: true });
  assert.deepEqual(await codes(withSha1(issueOdd({}, other), other), lenient), ['signature-wrong']);
});

test('a port that computes nothing of long ago believes nothing of it', async () => {
  const { digest, verify } = nodeCrypto;
  assert.ok((await codes(leaf, lenient, { digest, verify })).includes('signature-wrong'));
});
