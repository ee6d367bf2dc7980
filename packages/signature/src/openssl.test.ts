import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  createTestAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../../simulators/certificate-authority/authority.ts';
import { parseCertificate } from './certificate/parse-certificate.ts';
import { decodePem, encodePem } from './certificate/pem.ts';
import { validatePath } from './certificate/validate-path.ts';
import { buildSignedData } from './cms/build-signed-data.ts';
import { checkSignedData } from './cms/check-signed-data.ts';
import { contentTypeOid } from './cms/content-types.ts';
import { parseSignedData } from './cms/parse-signed-data.ts';
import { nodeCrypto } from './crypto/node-crypto.ts';
import { signData } from './crypto/node-signing.ts';
import { checkOcspResponse } from './revocation/check-ocsp.ts';
import { buildOcspRequest } from './revocation/ocsp-request.ts';
import { parseOcspResponse } from './revocation/ocsp-response.ts';
import { checkTimestampToken } from './timestamp/check-timestamp.ts';
import { buildTimestampRequest } from './timestamp/timestamp-request.ts';
import { parseTimestampResponse } from './timestamp/timestamp-response.ts';

/** What we make, openssl accepts; what openssl makes, we accept; and both refuse the same. */

// openssl's responder, TSA and CA commands only know the present time.
const now = Math.floor(Date.now() / 1000) * 1000;
const data = new TextEncoder().encode('Nội dung THỬ NGHIỆM');
let folder: string;
let ca: TestAuthority;
let staff: TestIdentity;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'hocba-openssl-'));
  ca = createTestAuthority({ at: now });
  staff = ca.issue({ keyKind: 'rsa-2048' });
  write('root.pem', encodePem(ca.root.certificate));
  write('ca.pem', encodePem(ca.authority.certificate));
  write('staff.pem', encodePem(staff.certificate));
  write('staff.key', encodePem(staff.privateKeyPkcs8, 'PRIVATE KEY'));
  write('data', data);
});
after(() => rmSync(folder, { recursive: true }));

test('openssl verifies our certificates and lists, and refuses what we revoked', () => {
  const revoked = ca.issue();
  ca.revoke(revoked.certificate, now - 1000, 'superseded');
  write('revoked.pem', encodePem(revoked.certificate));
  write(
    'crls.pem',
    ca
      .crls(now)
      .map((crl) => encodePem(crl, 'X509 CRL'))
      .join(''),
  );
  const check = ['verify', '-crl_check_all', '-CAfile', 'root.pem', '-untrusted', 'ca.pem', '-CRLfile', 'crls.pem'];
  assert.match(openssl(...check, 'staff.pem'), /staff.pem: OK/);
  assert.match(openssl(...check, 'revoked.pem'), /certificate revoked/);
});

test('openssl verifies our timestamps, and we verify openssl’s', async () => {
  write('token.der', ca.timestamp(data, now));
  const verify = ['ts', '-verify', '-data', 'data', '-CAfile', 'root.pem'];
  assert.match(openssl(...verify, '-in', 'token.der', '-token_in'), /Verification: OK/);
  const digest = nodeCrypto.digest('sha-256', data);
  const nonce = Uint8Array.of(9, 8, 7, 6, 5, 4, 3, 2);
  write('request.tsq', buildTimestampRequest(digest, nonce));
  write('tsa.pem', encodePem(ca.tsa.certificate));
  write('tsa.key', ca.tsa.key.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  write('tsa.cnf', tsaConfiguration);
  openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 'tsa', '-queryfile', 'request.tsq', '-out', 'reply.tsr');
  const { der: token } = parseTimestampResponse(read('reply.tsr'), { digest, nonce });
  const trust = { anchors: ca.anchors, intermediates: ca.intermediates, crls: ca.crls(now), crypto: nodeCrypto };
  const report = await checkTimestampToken({ token, imprintOf: { data }, nonce, ...trust });
  assert.deepEqual(report.findings, []);
});

test('openssl verifies our CMS, detached and encapsulated, and we verify openssl’s', async () => {
  const content = { encapsulated: data } as const;
  const detached = { detachedDigest: nodeCrypto.digest('sha-256', data) };
  const check = ['cms', '-verify', '-inform', 'DER', '-CAfile', 'root.pem', '-purpose', 'any', '-out', 'out'];
  for (const identity of [staff, ca.issue()]) {
    write('inside.der', await sign(identity, content));
    assert.match(openssl(...check, '-in', 'inside.der'), /successful/i);
    write('beside.der', await sign(identity, detached));
    assert.match(openssl(...check, '-in', 'beside.der', '-content', 'data', '-binary'), /successful/i);
  }
  const sign2 = ['cms', '-sign', '-cades', '-binary', '-md', 'sha256', '-outform', 'DER', '-out', 'theirs.der'];
  for (const variant of [[], ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:digest'], ['-keyid']]) {
    openssl(...sign2, '-in', 'data', '-signer', 'staff.pem', '-inkey', 'staff.key', '-certfile', 'ca.pem', ...variant);
    const signedData = parseSignedData(read('theirs.der'));
    const report = await checkSignedData({ signedData, detached: { data }, crypto: nodeCrypto });
    assert.deepEqual(report.findings, []);
    assert.deepEqual(report.certificate?.der, staff.certificate);
  }
});

test('openssl verifies our CMS with RSA-PSS and with longer digests', () => {
  const check = ['cms', '-verify', '-inform', 'DER', '-CAfile', 'root.pem', '-purpose', 'any', '-out', 'out'];
  for (const algorithm of ['rsa-pss-sha256', 'rsa-pss-sha512', 'rsa-sha384'] as const) {
    const { certificate, chain } = staff;
    const prepared = buildSignedData({ content: { encapsulated: data }, certificate, chain, algorithm }, nodeCrypto);
    write('pss.der', prepared.finish(signData(staff.key.privateKey, algorithm, prepared.toBeSigned)));
    assert.match(openssl(...check, '-in', 'pss.der'), /successful/i, algorithm);
  }
});

test('openssl accepts our OCSP answers, and we openssl’s', async () => {
  const certificate = parseCertificate(staff.certificate);
  const issuer = parseCertificate(ca.authority.certificate);
  const nonce = Uint8Array.from({ length: 16 }, (_, i) => i);
  write('request.ocsp', buildOcspRequest({ certificate, issuer, nonce, crypto: nodeCrypto }));
  write('answer.ocsp', ca.ocsp(read('request.ocsp'), now));
  const check = [
    'ocsp',
    '-no_nonce',
    '-reqin',
    'request.ocsp',
    '-respin',
    'answer.ocsp',
    '-CAfile',
    'root.pem',
    '-verify_other',
    'ca.pem',
  ];
  const said = openssl(...check, '-issuer', 'ca.pem', '-cert', 'staff.pem');
  assert.match(said, /Response verify OK/);
  assert.match(said, /staff.pem: good/);

  write('responder.pem', encodePem(ca.responder.certificate));
  write('responder.key', ca.responder.key.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const expiry = new Date(certificate.notAfter).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  write('index.txt', `V\t${expiry}Z\t\t${certificate.serialNumber.toUpperCase()}\tunknown\t/CN=x\n`);
  const responder = [
    'ocsp',
    '-index',
    'index.txt',
    '-CA',
    'ca.pem',
    '-rsigner',
    'responder.pem',
    '-rkey',
    'responder.key',
  ];
  openssl(...responder, '-reqin', 'request.ocsp', '-respout', 'theirs.ocsp', '-ndays', '1');
  const response = parseOcspResponse(read('theirs.ocsp'));
  const theirs = await checkOcspResponse({ response, certificate, issuer, at: now, crypto: nodeCrypto, nonce });
  assert.deepEqual(theirs.usable || theirs.problem, true);
});

test('we validate a path and a list made by openssl', async () => {
  const usual = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384', '-nodes', '-days', '30'];
  openssl('req', '-x509', ...usual, '-subj', '/C=VN/CN=Goc', '-keyout', 'r.key', '-out', 'r.pem');
  openssl('req', '-new', ...usual.slice(0, -2), '-subj', '/C=VN/CN=La', '-keyout', 'l.key', '-out', 'l.csr');
  openssl(
    'x509',
    '-req',
    '-in',
    'l.csr',
    '-CA',
    'r.pem',
    '-CAkey',
    'r.key',
    '-days',
    '9',
    '-out',
    'l.pem',
    '-extfile',
    write('l.cnf', 'keyUsage=critical,digitalSignature\n'),
  );
  write('db.txt', '');
  write('number', '01');
  write(
    'crl.cnf',
    '[ca]\ndefault_ca=d\n[d]\ndatabase=db.txt\ncrlnumber=number\ndefault_md=sha384\ndefault_crl_days=7\n',
  );
  openssl('ca', '-gencrl', '-config', 'crl.cnf', '-cert', 'r.pem', '-keyfile', 'r.key', '-out', 'r.crl');
  const pem = (name: string, label?: string) => decodePem(new TextDecoder().decode(read(name)), label);
  const [leaf] = pem('l.pem');
  assert.ok(leaf);
  const evidence = { anchors: pem('r.pem'), intermediates: [], crls: pem('r.crl', 'X509 CRL') };
  const report = await validatePath({ leaf, ...evidence, at: Date.now() + 2000, crypto: nodeCrypto });
  assert.deepEqual(report.findings, []);
});

const tsaConfiguration = `[tsa]
serial = tsa.serial
signer_cert = tsa.pem
signer_key = tsa.key
certs = ca.pem
signer_digest = sha256
default_policy = 2.999.27.3161
digests = sha256
ess_cert_id_alg = sha256
`;

async function sign(identity: TestIdentity, content: Parameters<typeof buildSignedData>[0]['content']) {
  const { certificate, chain, signer } = identity;
  const { algorithm } = signer;
  const input = { contentType: contentTypeOid.data, content, certificate, chain, algorithm };
  const prepared = buildSignedData(input, nodeCrypto);
  const [signature] = await signer.signDigests([prepared.digestToBeSigned]);
  assert.ok(signature);
  return prepared.finish(signature);
}

/** What openssl said, on both channels; a refusal is said too, not thrown. */
function openssl(...args: readonly string[]): string {
  try {
    return execFileSync('sh', ['-c', 'openssl "$@" 2>&1', 'sh', ...args], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

function write(name: string, content: string | Uint8Array | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

function read(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)));
}
