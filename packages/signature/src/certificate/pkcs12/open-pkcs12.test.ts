import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createTestAuthority, type TestIdentity } from '../../../../../simulators/certificate-authority/authority.ts';
import { writePkcs12 } from '../../../../../simulators/certificate-authority/write-pkcs12.ts';
import { encodePem } from '../pem.ts';
import { openPkcs12 } from './node-open-pkcs12.ts';

const password = 'Mật khẩu thử nghiệm';
let folder: string;
let seal: TestIdentity;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'hocba-p12-'));
  seal = createTestAuthority({ at: Date.parse('2026-05-29') }).issue({ kind: 'seal', keyKind: 'rsa-2048' });
});
after(() => rmSync(folder, { recursive: true }));

test('a key file opens with its password and gives back key, certificate and chain', () => {
  const { certificate, chain, privateKeyPkcs8 } = openPkcs12(keyFile(), password);
  assert.deepEqual(Buffer.from(certificate), Buffer.from(seal.certificate));
  assert.deepEqual(chain.map(hex), seal.chain.map(hex));
  assert.equal(hex(privateKeyPkcs8), hex(seal.privateKeyPkcs8));
});

test('a wrong password and a changed byte are told apart from a malformed file', () => {
  assert.throws(() => openPkcs12(keyFile(), 'khác'), { code: 'pkcs12-wrong-password' });
  const altered = keyFile();
  altered[200] = (altered[200] ?? 0) ^ 1;
  assert.throws(() => openPkcs12(altered, password), { code: 'pkcs12-wrong-password' });
  assert.throws(() => openPkcs12(keyFile().subarray(1), password), { code: 'pkcs12-malformed' });
});

test('openssl opens our key files', () => {
  writeFileSync(join(folder, 'ours.p12'), keyFile('mat khau'));
  const pem = openssl('pkcs12', '-in', 'ours.p12', '-nodes', '-passin', 'pass:mat khau');
  assert.ok(pem.includes(encodePem(seal.certificate)));
  assert.ok(pem.includes(encodePem(seal.privateKeyPkcs8, 'PRIVATE KEY')));
});

test('key files of openssl open, today’s and those with triple DES', () => {
  writeFileSync(join(folder, 'key.pem'), encodePem(seal.privateKeyPkcs8, 'PRIVATE KEY'));
  writeFileSync(join(folder, 'certificate.pem'), encodePem(seal.certificate));
  writeFileSync(join(folder, 'chain.pem'), seal.chain.map((one) => encodePem(one)).join(''));
  const tripleDes = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
  for (const variant of [[], ['-macalg', 'sha512', '-keypbe', 'aes-128-cbc'], tripleDes]) {
    const inputs = ['-inkey', 'key.pem', '-in', 'certificate.pem', '-certfile', 'chain.pem'];
    openssl('pkcs12', '-export', ...inputs, '-out', 'theirs.p12', '-passout', 'pass:mat khau', ...variant);
    const opened = openPkcs12(new Uint8Array(readFileSync(join(folder, 'theirs.p12'))), 'mat khau');
    assert.equal(hex(opened.privateKeyPkcs8), hex(seal.privateKeyPkcs8));
    assert.deepEqual(opened.chain.map(hex), seal.chain.map(hex));
  }
});

test('a file that asks for too many rounds in all is refused, though none of its parts does', () => {
  writeFileSync(join(folder, 'key.pem'), encodePem(seal.privateKeyPkcs8, 'PRIVATE KEY'));
  writeFileSync(join(folder, 'certificate.pem'), encodePem(seal.certificate));
  const rounds = ['-iter', '1100000', '-nomaciter'];
  const inputs = ['-inkey', 'key.pem', '-in', 'certificate.pem'];
  openssl('pkcs12', '-export', ...inputs, '-out', 'costly.p12', '-passout', 'pass:mat khau', ...rounds);
  const costly = new Uint8Array(readFileSync(join(folder, 'costly.p12')));
  assert.throws(() => openPkcs12(costly, 'mat khau'), /pkcs12-malformed: 1100000 iterations/);
});

function keyFile(word = password): Uint8Array {
  return writePkcs12({ ...seal, friendlyName: 'Con dấu THỬ NGHIỆM' }, word);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function openssl(...args: readonly string[]): string {
  return execFileSync('openssl', args, { cwd: folder, encoding: 'utf8' });
}
