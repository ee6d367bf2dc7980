import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  createTestAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../../../simulators/certificate-authority/authority.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { childrenOf, DerMembers, readDer } from '../der/reader.ts';
import { contextTag, tag } from '../der/tags.ts';
import { der, explicit, objectIdentifier, sequence, setOf, utf8String } from '../der/writer.ts';
import { attribute, signatureTimestampAttribute } from './attributes.ts';
import { buildSignedData, type SignedDataInput } from './build-signed-data.ts';
import { checkSignedData } from './check-signed-data.ts';
import { attributeOid, contentTypeOid } from './content-types.ts';
import { parseSignedData, soleAttributeValue } from './parse-signed-data.ts';

const at = Date.parse('2026-05-29T08:00:00Z');
const data = new TextEncoder().encode('%PDF-1.7 nội dung');
let ca: TestAuthority;
let rsa: TestIdentity;
let ec: TestIdentity;
before(() => {
  ca = createTestAuthority({ at });
  rsa = ca.issue({ keyKind: 'rsa-2048', kind: 'seal' });
  ec = ca.issue();
});

test('a detached signature is good for its content and no other, with RSA and with ECDSA', async () => {
  for (const identity of [rsa, ec]) {
    const signedData = parseSignedData(await sign(identity));
    assert.equal(signedData.content, undefined);
    const report = await checkSignedData({ signedData, detached: { data }, crypto: nodeCrypto });
    assert.deepEqual(report.findings, []);
    assert.deepEqual(report.certificate?.der, identity.certificate);
    const other = await checkSignedData({ signedData, detached: { data: data.subarray(1) }, crypto: nodeCrypto });
    assert.deepEqual([other.subIndication, other.signatureOk], ['HASH_FAILURE', true]);
    const nothing = await checkSignedData({ signedData, crypto: nodeCrypto });
    assert.equal(nothing.subIndication, 'HASH_FAILURE', 'no content at all is no success');
  }
});

test('encapsulated content and content given beside it must be the same', async () => {
  const signedData = parseSignedData(await sign(ec, { content: { encapsulated: data } }));
  assert.deepEqual(signedData.content, data);
  assert.equal((await checkSignedData({ signedData, crypto: nodeCrypto })).indication, 'passed');
  const both = await checkSignedData({ signedData, detached: { data: data.subarray(1) }, crypto: nodeCrypto });
  assert.equal(both.subIndication, 'HASH_FAILURE');
});

test('a timestamp is added beside the signature without touching it', async () => {
  const token = ca.timestamp(data);
  const signedData = parseSignedData(await sign(rsa, {}, [signatureTimestampAttribute(token)]));
  const report = await checkSignedData({ signedData, detached: { data }, crypto: nodeCrypto });
  assert.equal(report.indication, 'passed');
  const stored = soleAttributeValue(report.signer?.unsignedAttributes ?? [], attributeOid.signatureTimestamp);
  assert.deepEqual(stored?.bytes, token);
});

test('the signed attributes are sorted as DER demands and hold exactly what the profile wants', async () => {
  const extra = attribute('2.999.5', utf8String('thêm'));
  const prepared = buildSignedData(input(ec, { signedAttributes: [extra] }), nodeCrypto);
  const attributes = childrenOf(readDer(prepared.toBeSigned), tag.set);
  assert.equal(attributes.length, 5);
  assert.deepEqual(prepared.toBeSigned, setOf(attributes.map(({ bytes }) => bytes)));
  const [signer] = parseSignedData(await sign(ec)).signers;
  const oids = signer?.signedAttributes.map(({ oid }) => oid) ?? [];
  assert.ok(!oids.includes(attributeOid.signingTime), 'PAdES forbids signing-time');
});

test('another certificate for the same key, put in place of the signer’s, is found', async () => {
  const twin = ca.issue();
  const signedData = parseSignedData(await sign(ec));
  const [signer] = signedData.signers;
  assert.ok(signer);
  const swapped = { ...signedData, certificates: [twin.certificate], signers: [{ ...signer, signer: idOf(twin) }] };
  const report = await checkSignedData({ signedData: swapped, detached: { data }, crypto: nodeCrypto });
  assert.ok(report.findings.some(({ detail }) => detail.includes('does not name')));
});

test('no signed attributes, or two signers, is no signature of ours', async () => {
  const signedData = parseSignedData(await sign(ec));
  const [signer] = signedData.signers;
  assert.ok(signer);
  const { signedBytes: _, ...bare } = signer;
  for (const signers of [[bare], [signer, signer], []]) {
    const report = await checkSignedData({
      signedData: { ...signedData, signers },
      detached: { data },
      crypto: nodeCrypto,
    });
    assert.equal(report.subIndication, 'FORMAT_FAILURE');
  }
});

test('every altered byte of the signer info is found', async () => {
  const signed = await sign(ec);
  const signerInfo = signerInfoStart(signed);
  for (let i = signerInfo; i < signed.length; i += 3) {
    const altered = signed.slice();
    altered[i] = (altered[i] ?? 0) ^ 2;
    assert.notEqual(await outcome(altered), 'passed', `byte ${i}`);
  }
});

test('lengths and strings as BER allows them are read wherever they stand, and what was signed stays signed', async () => {
  const signed = await sign(rsa);
  const { content } = readDer(signed);
  const longer = (bytes: Uint8Array) =>
    Uint8Array.of(0x84, bytes.length >>> 24, bytes.length >>> 16, bytes.length >>> 8, bytes.length);
  const padded = Uint8Array.of(0x30, ...longer(content), ...content);
  const [oid, wrapped] = childrenOf(readDer(signed));
  const inner = wrapped?.content ?? new Uint8Array();
  const inside = der(0x30, Uint8Array.of(...(oid?.bytes ?? []), 0xa0, 0x80, ...inner, 0, 0));
  for (const written of [padded, inside]) {
    const report = await checkSignedData({
      signedData: parseSignedData(written),
      detached: { data },
      crypto: nodeCrypto,
    });
    assert.deepEqual(report.findings, []);
  }
});

test('other content than SignedData and bytes behind the end are refused, BER lengths are read', async () => {
  const signed = await sign(ec);
  const malformed = { code: 'cms-malformed' };
  assert.throws(() => parseSignedData(Uint8Array.of(...signed, 0)), malformed);
  assert.throws(() => parseSignedData(sequence(objectIdentifier(contentTypeOid.data), explicit(0, der(4)))), malformed);
  const inBer = Uint8Array.of(0x30, 0x80, ...signed.subarray(4), 0, 0);
  assert.deepEqual(parseSignedData(inBer), parseSignedData(signed));
  assert.throws(() => parseSignedData(Uint8Array.of(...inBer, 0)), malformed);
});

function idOf(identity: TestIdentity) {
  const members = new DerMembers(new DerMembers(readDer(identity.certificate)).take());
  members.take(contextTag(0));
  const serialNumber = Buffer.from(members.take(tag.integer).content).toString('hex');
  const [signer] = parseSignedData(ca.timestamp(data)).signers;
  assert.ok(signer && 'issuer' in signer.signer);
  return { issuer: signer.signer.issuer, serialNumber };
}

function signerInfoStart(signed: Uint8Array): number {
  const contentInfo = new DerMembers(readDer(signed));
  contentInfo.take(tag.oid);
  const members = childrenOf(readDer(contentInfo.take().content));
  return signed.length - (members.at(-1)?.bytes.length ?? 0);
}

async function outcome(signed: Uint8Array): Promise<string> {
  try {
    const signedData = parseSignedData(signed);
    return (await checkSignedData({ signedData, detached: { data }, crypto: nodeCrypto })).indication;
  } catch (error) {
    assert.match(String(error), /cms-malformed/);
    return 'refused';
  }
}

function input(identity: TestIdentity, changes: Partial<SignedDataInput> = {}): SignedDataInput {
  const { certificate, chain, signer } = identity;
  const content = { detachedDigest: nodeCrypto.digest('sha-256', data) };
  return { content, certificate, chain, algorithm: signer.algorithm, ...changes };
}

async function sign(identity: TestIdentity, changes: Partial<SignedDataInput> = {}, unsigned?: readonly Uint8Array[]) {
  const prepared = buildSignedData(input(identity, changes), nodeCrypto);
  const [signature] = await identity.signer.signDigests([prepared.digestToBeSigned]);
  assert.ok(signature);
  return prepared.finish(signature, unsigned);
}
