import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  createTestAuthority,
  extension,
  type TestAuthority,
  type TestCertificateOrder,
} from '../../../../simulators/certificate-authority/authority.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { explicit, fromHex, integer, nullValue, objectIdentifier, sequence } from '../der/writer.ts';
import { buildOcspRequest } from '../revocation/ocsp-request.ts';
import { writeName } from './distinguished-name.ts';
import { extensionOid } from './object-identifiers.ts';
import { parseCertificate } from './parse-certificate.ts';
import { validatePath } from './validate-path.ts';
import type { PathInput } from './validate-path-input.ts';

const at = Date.parse('2026-05-29T08:00:00Z');
const day = 86_400_000;
let ca: TestAuthority;
before(() => {
  ca = createTestAuthority({ at });
});

test('a certificate of a known authority with fresh lists is good', async () => {
  const report = await validate(ca.issue().certificate);
  assert.deepEqual(report.findings, []);
  assert.equal(report.indication, 'passed');
  assert.equal(report.path.length, 3);
  assert.equal(report.revocation.status, 'good');
});

test('without any word on revocation nothing is decided', async () => {
  const report = await validate(ca.issue().certificate, { crls: [] });
  assert.deepEqual([report.indication, report.subIndication], ['indeterminate', 'TRY_LATER']);
});

test('lists from after the certificate expired cannot speak about it: they had to be kept in time', async () => {
  const old = ca.issue({ notBefore: at - 9 * day, notAfter: at - day });
  const late = await validate(old.certificate, { at: at - 2 * day, crls: ca.crls(at) });
  assert.deepEqual([late.indication, late.subIndication], ['indeterminate', 'REVOCATION_OUT_OF_BOUNDS_NO_POE']);
  const kept = await validate(old.certificate, { at: at - 2 * day, crls: ca.crls(at - 2 * day) });
  assert.equal(kept.indication, 'passed');
});

test('an OCSP answer serves instead of a list', async () => {
  const { certificate } = ca.issue();
  const request = ocspRequest(certificate);
  const rootList = ca.crls().slice(1);
  const report = await validate(certificate, { crls: rootList, ocsps: [ca.ocsp(request)] });
  assert.equal(report.indication, 'passed');
  assert.equal(report.revocation.status === 'good' && report.revocation.source, 'ocsp');
});

test('revoked before the proven signing time it failed, revoked after it is still good', async () => {
  const { certificate } = ca.issue();
  ca.revoke(certificate, at, 'keyCompromise');
  const crls = ca.crls(at + day);
  const later = await validate(certificate, { at: at + 1000, crls });
  assert.deepEqual([later.indication, later.subIndication], ['failed', 'REVOKED']);
  const unproven = await validate(certificate, { at: at + 1000, crls, timeProven: false });
  assert.deepEqual([unproven.indication, unproven.subIndication], ['indeterminate', 'REVOKED_NO_POE']);
  const earlier = await validate(certificate, { at: at - 1000, crls });
  assert.equal(earlier.indication, 'passed');
  assert.equal(earlier.revocation.status === 'good' && earlier.revocation.revokedLater?.reason, 'keyCompromise');
});

test('expired and not yet valid are told apart', async () => {
  const old = ca.issue({ notBefore: at - 9 * day, notAfter: at - day });
  assert.equal((await validate(old.certificate, { crls: ca.crls(at - 2 * day) })).subIndication, 'EXPIRED');
  const unproven = await validate(old.certificate, { timeProven: false });
  assert.deepEqual([unproven.indication, unproven.subIndication], ['indeterminate', 'OUT_OF_BOUNDS_NO_POE']);
  const young = ca.issue({ notBefore: at + day, notAfter: at + 9 * day });
  assert.equal((await validate(young.certificate)).subIndication, 'NOT_YET_VALID');
});

test('an unknown anchor leaves no path, even when every name is the same', async () => {
  const other = createTestAuthority({ at });
  const report = await validate(ca.issue().certificate, { anchors: other.anchors, intermediates: other.intermediates });
  assert.equal(report.subIndication, 'NO_CERTIFICATE_CHAIN_FOUND');
});

test('a certificate for something else does not sign documents or timestamps', async () => {
  assert.equal(
    (await validate(ca.issue({ kind: 'wrongUsage' }).certificate)).subIndication,
    'CHAIN_CONSTRAINTS_FAILURE',
  );
  const asTimestamps = await validate(ca.issue().certificate, { purpose: 'timeStamping' });
  assert.equal(asTimestamps.subIndication, 'CHAIN_CONSTRAINTS_FAILURE');
  assert.equal((await validate(ca.tsa.certificate, { purpose: 'timeStamping' })).indication, 'passed');
});

test('a certificate issued by someone who is no authority fails', async () => {
  const staff = ca.issue();
  const forged = ca.issue({ issuer: staff });
  const report = await validate(forged.certificate, { intermediates: [staff.certificate, ...ca.intermediates] });
  assert.equal(report.subIndication, 'CERTIFICATE_CHAIN_GENERAL_FAILURE');
  assert.ok(report.findings.some(({ detail }) => detail.includes('is no authority')));
});

test('an authority below one that allows none is one too many', async () => {
  const below = ca.issue({ kind: 'authority', commonName: 'CA con THỬ NGHIỆM' });
  const leaf = ca.issue({ issuer: below });
  const report = await validate(leaf.certificate, { intermediates: [below.certificate, ...ca.intermediates] });
  assert.ok(report.findings.some(({ detail }) => detail.includes('path too long')));
});

test('an unknown critical extension fails, an unknown other one does not', async () => {
  const critical = extension('2.999.1', nullValue(), true);
  const report = await validate(ca.issue({ extraExtensions: [critical] }).certificate);
  assert.equal(report.subIndication, 'CERTIFICATE_CHAIN_GENERAL_FAILURE');
  const harmless = extension('2.999.1', nullValue());
  assert.equal((await validate(ca.issue({ extraExtensions: [harmless] }).certificate)).indication, 'passed');
});

test('names outside what an authority is permitted fail, names inside pass', async () => {
  const base = writeName([
    ['country', 'VN'],
    ['organisation', 'HOCBA  thử nghiệm'],
  ]);
  const constraints = sequence(implicit0(sequence(explicit(4, base))));
  const limited = { extraExtensions: [extension(extensionOid.nameConstraints, constraints, true)] };
  const inside = await underLimited(limited, { commonName: 'A' });
  assert.deepEqual(inside.findings, [], 'compared without regard to case and spaces');
  const elsewhere = writeName([
    ['country', 'VN'],
    ['organisation', 'Nơi khác'],
  ]);
  const other = {
    extraExtensions: [
      extension(extensionOid.nameConstraints, sequence(implicit0(sequence(explicit(4, elsewhere)))), true),
    ],
  };
  const outside = await underLimited(other, { commonName: 'A' });
  assert.ok(outside.findings.some(({ detail }) => detail.includes('name not permitted')));
});

test('where an authority requires a policy, a certificate under another policy fails', async () => {
  const required = extension(extensionOid.policyConstraints, sequence(integer(0, 0x80)), true);
  assert.equal((await underLimited({ extraExtensions: [required] }, {})).indication, 'passed');
  const acceptable = await validate(ca.issue().certificate, { acceptablePolicies: ['2.999.27.1'] });
  assert.equal(acceptable.indication, 'passed');
  const other = await validate(ca.issue().certificate, { acceptablePolicies: ['2.999.27.2'] });
  assert.ok(other.findings.some(({ detail }) => detail.includes('policy')));
});

test('a list signed by another key, too old, or of an unknown kind counts for nothing', async () => {
  const { certificate } = ca.issue();
  const rootList = ca.crls().slice(1);
  const foreign = createTestAuthority({ at }).crls();
  assert.equal((await validate(certificate, { crls: [...foreign, ...rootList] })).subIndication, 'TRY_LATER');
  const old = ca.crls(at - 30 * day).slice(0, 1);
  assert.equal((await validate(certificate, { crls: [...old, ...rootList] })).subIndication, 'TRY_LATER');
});

test('every byte of a certificate matters', async () => {
  const { certificate } = ca.issue();
  const outcomes = new Set<string>();
  for (let i = 0; i < certificate.length; i += 7) {
    const altered = certificate.slice();
    altered[i] = (altered[i] ?? 0) ^ 0x04;
    outcomes.add(await outcomeOf(altered));
  }
  assert.ok(!outcomes.has('passed'), [...outcomes].join());
});

test('names are read with their diacritics and written as RFC 4514 has it', () => {
  const { certificate } = ca.issue({
    commonName: 'Nguyễn Thị Hoa, "Lớp 1A"',
    subject: [
      ['uid', 'CCCD:000000000000'],
      ['title', 'Giáo viên'],
    ],
  });
  const { subject, serialNumber, publicKeyAlgorithm } = parseCertificate(certificate);
  assert.equal(subject.commonName, 'Nguyễn Thị Hoa, "Lớp 1A"');
  assert.equal(subject.uid, 'CCCD:000000000000');
  const expected = 'T=Giáo viên,UID=CCCD:000000000000,CN=Nguyễn Thị Hoa\\, \\"Lớp 1A\\",O=Hocba THỬ NGHIỆM,C=VN';
  assert.equal(subject.text, expected);
  assert.match(serialNumber, /^[4-7][0-9a-f]{31}$/);
  assert.deepEqual(publicKeyAlgorithm, { family: 'ec', bits: 256, curve: 'P-256' });
});

async function underLimited(authority: TestCertificateOrder, leaf: TestCertificateOrder) {
  const limited = ca.issue({ kind: 'authority', commonName: 'CA hạn chế THỬ NGHIỆM', issuer: ca.root, ...authority });
  const { certificate } = ca.issue({ issuer: limited, ...leaf });
  return validate(certificate, { intermediates: [limited.certificate], revocation: 'ignored' });
}

function implicit0(value: Uint8Array): Uint8Array {
  return Uint8Array.of(0xa0, value.length, ...value);
}

async function outcomeOf(certificate: Uint8Array): Promise<string> {
  try {
    return (await validate(certificate)).indication;
  } catch (error) {
    assert.match(String(error), /certificate-malformed/);
    return 'refused';
  }
}

function ocspRequest(certificate: Uint8Array): Uint8Array {
  const issuer = parseCertificate(ca.authority.certificate);
  const nonce = fromHex('00112233445566778899aabbccddeeff');
  return buildOcspRequest({ certificate: parseCertificate(certificate), issuer, crypto: nodeCrypto, nonce });
}

function validate(leaf: Uint8Array, changes: Partial<PathInput> = {}) {
  const { anchors, intermediates } = ca;
  return validatePath({ leaf, anchors, intermediates, at, crls: ca.crls(), crypto: nodeCrypto, ...changes });
}

test('object identifiers survive writing and reading', () => {
  assert.equal(Buffer.from(objectIdentifier('2.999.27.1')).toString('hex'), '06048837' + '1b01');
});
