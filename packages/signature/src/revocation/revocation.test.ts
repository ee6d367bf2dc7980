import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  answerOcspRequest,
  createTestAuthority,
  extension,
  type Issuer,
  issueCrl,
  type TestAuthority,
  type TestIdentity,
} from '../../../../simulators/certificate-authority/authority.ts';
import { extensionOid } from '../certificate/object-identifiers.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { asciiString, boolean, der, integer, nullValue, sequence } from '../der/writer.ts';
import { checkCrl } from './check-crl.ts';
import { checkOcspResponse, type OcspCheckInput } from './check-ocsp.ts';
import { parseCrl } from './crl.ts';
import { buildOcspRequest } from './ocsp-request.ts';
import { parseOcspResponse } from './ocsp-response.ts';
import { revocationStatus } from './revocation-status.ts';

const at = Date.parse('2026-05-29T08:00:00Z');
const day = 86_400_000;
const nonce = Uint8Array.from({ length: 16 }, (_, i) => i + 1);
let ca: TestAuthority;
let staff: TestIdentity;
before(() => {
  ca = createTestAuthority({ at });
  staff = ca.issue();
});

const point = (...members: Uint8Array[]) =>
  extension(extensionOid.issuingDistributionPoint, sequence(...members), true);
const fullName = (url: string) => der(0xa0, der(0xa0, asciiString(url, 0x86)));
const flag = (number: number) => {
  const [, ...rest] = boolean(true);
  return Uint8Array.of(0x80 | number, ...rest);
};

const lists: readonly (readonly [string, readonly Uint8Array[], string | undefined])[] = [
  ['of everything', [], undefined],
  ['only for users', [point(flag(1))], undefined],
  ['only for authorities', [point(flag(2))], 'only for authorities'],
  ['of only some reasons', [point(der(0x83, Uint8Array.of(1, 2)))], undefined],
  ['that is indirect', [point(flag(4))], undefined],
  ['of attribute certificates', [point(flag(5))], 'list of attribute certificates'],
  [
    'of another distribution point',
    [point(fullName('http://noi-khac.example/ca.crl'))],
    'of another distribution point',
  ],
  [
    'that is a delta',
    [extension(extensionOid.deltaCrlIndicator, integer(1), true)],
    'list of changes without the list they change',
  ],
  ['with an unknown critical extension', [extension('2.999.1', nullValue(), true)], 'critical extension 2.999.1'],
  ['with an unknown other extension', [extension('2.999.1', nullValue())], undefined],
];

for (const [name, extraExtensions, problem] of lists) {
  test(`a list ${name} is ${problem === undefined ? 'used' : 'refused'}`, async () => {
    const validity = { thisUpdate: at, nextUpdate: at + day, number: 1 };
    const crl = parseCrl(issueCrl({ ...validity, revoked: [], extraExtensions }, ca.authority));
    const check = await checkCrl({ crl, ...pair(), at, crypto: nodeCrypto });
    assert.equal(check.usable ? undefined : check.problem, problem && `CRL: ${problem}`);
  });
}

test('a list says who was revoked when and why, and a certificate taken off it is good again', async () => {
  const { serialNumber } = parseCertificate(staff.certificate);
  const revoked = [{ serialNumber, at: at - day, reason: 'superseded' as const }];
  const crl = parseCrl(issueCrl({ revoked, thisUpdate: at, nextUpdate: at + day, number: 1 }, ca.authority));
  assert.deepEqual(crl.entries.get(serialNumber), { revokedAt: at - day, reason: 'superseded' });
  const newer = issueCrl({ revoked: [], thisUpdate: at + 1000, nextUpdate: at + day, number: 2 }, ca.authority);
  const older = issueCrl({ revoked, thisUpdate: at, nextUpdate: at + day, number: 1 }, ca.authority);
  const evidence = { ...pair(), at, ocsps: [], crypto: nodeCrypto };
  assert.equal(
    (await revocationStatus({ ...evidence, crls: [older, newer] })).status,
    'good',
    'the newest is believed',
  );
  assert.equal((await revocationStatus({ ...evidence, crls: [older] })).status, 'revoked');
});

test('a list from before the certificate counts while in force, one from after it expired does not', async () => {
  const young = ca.issue({ notBefore: at + 1000, notAfter: at + 2000 });
  const status = async (thisUpdate: number) => {
    const crls = ca.crls(thisUpdate);
    return (await revocationStatus({ ...pair(young), at: at + 1500, crls, ocsps: [], crypto: nodeCrypto })).status;
  };
  assert.deepEqual([await status(at), await status(at + 2000), await status(at + 3000)], ['good', 'good', 'unknown']);
});

test('an OCSP answer counts with its nonce, within its time and about its certificate', async () => {
  assert.equal(await judge({}), 'good');
  assert.equal(await judge({}, { nonce: nonce.slice(1) }), 'OCSP: another nonce');
  assert.equal(await judge({}, { at: at + 2 * day }), 'OCSP: evidence too old');
  assert.equal(await judge({}, pair(ca.issue())), 'OCSP: no answer about this certificate');
  assert.equal(await judge({ standing: 'unknown' }), 'OCSP: the responder does not know the certificate');
});

test('only the issuer, or whom it appointed for this, may answer', async () => {
  assert.equal(await judge({ responder: ca.authority }), 'good');
  assert.equal(await judge({ responder: ca.issue() }), 'OCSP: responder certificate is not for OCSP');
  const stranger = createTestAuthority({ at }).responder;
  assert.equal(await judge({ responder: stranger }), 'OCSP: responder certified by someone else');
  const ofRoot = ca.issue({ kind: 'ocsp', issuer: ca.root });
  assert.equal(await judge({ responder: ofRoot }), 'OCSP: responder certified by someone else');
  const late = ca.issue({ kind: 'ocsp', notAfter: at - 1000 });
  assert.equal(await judge({ responder: late }), 'OCSP: responder certificate not valid then');
});

test('a revocation said by OCSP is believed with its time and reason', async () => {
  const { serialNumber } = parseCertificate(staff.certificate);
  const standing = { serialNumber, at: at - day, reason: 'keyCompromise' as const };
  assert.deepEqual(await judge({ standing }), { at: at - day, reason: 'keyCompromise' });
});

test('a responder that says try later gives no evidence', () => {
  assert.throws(() => parseOcspResponse(Uint8Array.of(0x30, 3, 0x0a, 1, 3)), {
    code: 'ocsp-refused',
    message: /tryLater/,
  });
});

test('altered answers and lists are never believed', async () => {
  const response = answer({});
  for (let i = 0; i < response.length; i += 5) {
    const altered = response.slice();
    altered[i] = (altered[i] ?? 0) ^ 2;
    const crls = [ca.crls()[0] ?? response].map((crl) => flipped(crl, i));
    const status = await revocationStatus({ ...pair(), at, crls, ocsps: [altered], crypto: nodeCrypto });
    // The responder's certificate stands outside what the answer signs, but carries a signature of its own.
    assert.equal(status.status, 'unknown', `byte ${i}`);
  }
});

function flipped(bytes: Uint8Array, i: number): Uint8Array {
  const altered = bytes.slice();
  altered[i % bytes.length] = (altered[i % bytes.length] ?? 0) ^ 2;
  return altered;
}

type Standing = Parameters<typeof answerOcspRequest>[0]['standings'] extends ReadonlyMap<string, infer S> ? S : never;

function answer({
  responder = ca.responder,
  standing = 'good',
}: {
  responder?: Issuer;
  standing?: Standing;
}): Uint8Array {
  const { certificate, issuer } = pair();
  const request = buildOcspRequest({ certificate, issuer, nonce, crypto: nodeCrypto });
  const standings = new Map([[certificate.serialNumber, standing]]);
  const order = { request, issuerCertificate: issuer.der, standings, at, nextUpdate: at + day };
  return answerOcspRequest(order, responder);
}

async function judge(asked: Parameters<typeof answer>[0], changes: Partial<OcspCheckInput> = {}) {
  const response = parseOcspResponse(answer(asked));
  const check = await checkOcspResponse({ response, ...pair(), at, nonce, crypto: nodeCrypto, ...changes });
  return check.usable ? (check.evidence.revoked ?? 'good') : check.problem;
}

function pair(identity: TestIdentity = staff) {
  return { certificate: parseCertificate(identity.certificate), issuer: parseCertificate(ca.authority.certificate) };
}
