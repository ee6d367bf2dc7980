import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { encodePem } from '@hocba/signature';
import { signTrustedList, testTrustedList } from '../../packages/signature/src/trust/test-trusted-list.ts';
import { createTestAuthority, type TestAuthority } from '../../simulators/certificate-authority/authority.ts';
import { certificate } from './commands/certificate-check.ts';
import { UsageError } from './usage-error.ts';

const directory = mkdtempSync(join(tmpdir(), 'hocba-certificate-'));
const bin = join(import.meta.dirname, '../bin/hocba.mjs');
const at = Date.parse('2026-05-29T08:00:00Z');
const day = 86_400_000;
const time = new Date(at).toISOString();
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
let ca: TestAuthority;

before(() => {
  ca = createTestAuthority({ at });
  mkdirSync(join(directory, 'lists/old'), { recursive: true });
  const [root] = ca.anchors;
  assert.ok(root);
  writeFileSync(join(directory, 'root.der'), root);
  writeFileSync(join(directory, 'intermediates.pem'), ca.intermediates.map((one) => encodePem(one)).join(''));
  ca.crls().forEach((crl, i) => {
    writeFileSync(join(directory, `lists/${i}.crl`), crl);
  });
  writeFileSync(join(directory, 'lists/README.txt'), 'not a list');
  writeFileSync(join(directory, 'lists/old/chain.pem'), encodePem(root));
  writeLeaf('good.pem', ca.issue().certificate);
  writeLeaf('old.pem', ca.issue({ notBefore: at - 9 * day, notAfter: at - day }).certificate);
  writeLeaf('stranger.pem', createTestAuthority({ at }).issue().certificate);
  writeFileSync(join(directory, 'noise.pem'), 'hello');
});
after(() => rmSync(directory, { recursive: true, force: true }));

describe('when hocba certificate check is run', () => {
  it('a good certificate ends with 0 and its path is shown', () => {
    const { status, stdout, stderr } = check('good.pem', '--crls', 'lists');
    assert.equal(stderr, '');
    assert.match(stdout, /✓ HỢP LỆ {2}good\.pem/);
    assert.match(stdout, /không bị thu hồi theo CRL/);
    assert.match(stdout, /chứng thư gốc được tin cậy/);
    assert.equal(status, 0);
  });

  it('each outcome has its exit code, and of several the worst decides', () => {
    const { status, stdout } = check(
      'good.pem',
      'old.pem',
      'stranger.pem',
      'noise.pem',
      'missing.pem',
      '--crls',
      'lists',
      '--json',
    );
    const outcomes = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).outcome);
    assert.deepEqual(outcomes, ['valid', 'invalid', 'indeterminate', 'unreadable', 'unreadable']);
    assert.equal(status, 1);
    assert.equal(check('noise.pem').status, 3);
    const reasons = { lists: /thư mục/, 'missing.pem': /đường dẫn/, 'noise.pem': /PEM, DER/ };
    for (const [file, reason] of Object.entries(reasons)) assert.match(check(file).stdout, reason);
  });

  it('without any revocation information nothing is decided, unless told not to ask', () => {
    const unasked = check('good.pem');
    assert.equal(unasked.status, 2);
    assert.match(unasked.stdout, /TRY_LATER/);
    assert.match(unasked.stdout, /không có thông tin thu hồi dùng được/);
    assert.equal(check('good.pem', '--no-revocation').status, 0);
  });

  it('a revocation, its time and its reason are told in JSON', () => {
    const revoked = ca.issue();
    writeLeaf('revoked.pem', revoked.certificate);
    ca.revoke(revoked.certificate, at - day, 'keyCompromise');
    ca.crls().forEach((crl, i) => {
      writeFileSync(join(directory, `newer-${i}.crl`), crl);
    });
    const { status, stdout } = check('revoked.pem', '--crls', 'newer-0.crl', '--crls', 'newer-1.crl', '--json');
    const { outcome, subIndication, path, findings } = JSON.parse(stdout);
    assert.deepEqual([outcome, subIndication, path.length], ['invalid', 'REVOKED', 3]);
    assert.deepEqual(
      [path[0].revocation.status, path[0].revocation.reason, path[2].anchor],
      ['revoked', 'keyCompromise', true],
    );
    assert.match(findings[0].sentence, /đã bị thu hồi từ .*, lí do: lộ khoá/);
    assert.equal(status, 1);
  });

  it('purposes and policies are asked for only when named', () => {
    const json = (...more: string[]) => JSON.parse(check('good.pem', '--crls', 'lists', '--json', ...more).stdout);
    assert.equal(json('--purpose', 'timestamping').subIndication, 'CHAIN_CONSTRAINTS_FAILURE');
    assert.deepEqual(json('--purpose', 'signing', '--require-explicit-policy').policies, ['2.999.27.1']);
    assert.equal(json('--policy-oid', '2.999.9').outcome, 'valid', 'acceptable, not required');
    const required = json('--policy-oid', '2.999.9', '--require-explicit-policy');
    assert.deepEqual([required.outcome, required.findings[0].code], ['invalid', 'policy-missing']);
    writeFileSync(join(directory, 'demanded.json'), '{"certificatePolicies": ["2.999.9"]}');
    assert.equal(json('--policy', 'demanded.json').findings[0].code, 'policy-missing');
  });

  it('of a trust directory only what is under its anchors is trusted', () => {
    const certificates = { anchors: ca.anchors, intermediates: ca.intermediates };
    for (const [folder, all] of Object.entries(certificates)) {
      mkdirSync(join(directory, 'trust', folder), { recursive: true });
      writeFileSync(join(directory, 'trust', folder, 'all.pem'), all.map((one) => encodePem(one)).join(''));
    }
    const run = ['certificate', 'check', 'good.pem', '--trust', 'trust', '--no-revocation', '--at', time, '--json'];
    assert.equal(JSON.parse(hocba(...run).stdout).path.length, 3);
  });

  it('a certificate nobody can read is not trusted, and does not stop the others beside it', () => {
    const [root = new Uint8Array(0)] = ca.anchors;
    mkdirSync(join(directory, 'mixed'));
    writeFileSync(join(directory, 'mixed/cut-off.der'), root.subarray(0, root.length - 1));
    writeFileSync(join(directory, 'mixed/root.der'), root);
    const run = (trust: string) => {
      const usual = ['certificate', 'check', 'good.pem', '--intermediates', 'intermediates.pem', '--no-revocation'];
      return hocba(...usual, '--trust', trust, '--at', time);
    };
    assert.equal(run('mixed').status, 0);
    const alone = run('mixed/cut-off.der');
    assert.match(alone.stderr, /bị hỏng hoặc không theo chuẩn X\.509/);
    assert.equal(alone.status, 64);
  });

  it('a trust store with history is asked for the time of the check', () => {
    const history = [
      { status: 'granted', from: '2020-01-01' },
      { status: 'withdrawn', from: new Date(at - day).toISOString() },
    ];
    const certificates = ca.anchors.map((one) => Buffer.from(one).toString('base64'));
    const service = { name: 'Gốc', provider: 'THỬ NGHIỆM', kind: 'ca', domain: 'public', certificates, history };
    writeFileSync(join(directory, 'store.json'), JSON.stringify({ name: 'x', services: [service] }));
    const usual = ['certificate', 'check', 'good.pem', '--intermediates', 'intermediates.pem', '--no-revocation'];
    const run = (when: number) => hocba(...usual, '--trust', 'store.json', '--at', new Date(when).toISOString());
    assert.equal(run(at - 2 * day).status, 0);
    assert.match(run(at).stderr, /không tin cậy ai vào thời điểm/);
  });

  it('a trusted list is asked for the time of the check, and must be signed by whom it must be', () => {
    const operator = ca.issue({ commonName: 'Cơ quan lập danh sách THỬ NGHIỆM' });
    const statuses = [
      { status: 'withdrawn', from: at - day },
      { status: 'granted', from: at - 900 * day },
    ];
    const list = testTrustedList({ identity: Buffer.from(ca.root.certificate).toString('base64'), statuses });
    writeFileSync(join(directory, 'list.xml'), signTrustedList(list, operator));
    writeFileSync(join(directory, 'unsigned.xml'), list);
    writeFileSync(join(directory, 'changed.xml'), text(signTrustedList(list, operator)).replace('CA THỬ', 'CA GIẢ'));
    writeLeaf('operator.pem', operator.certificate);
    const usual = ['certificate', 'check', 'good.pem', '--intermediates', 'intermediates.pem', '--no-revocation'];
    const run = (when: number, ...more: string[]) => hocba(...usual, '--at', new Date(when).toISOString(), ...more);
    const pinned = ['--list-signer', 'operator.pem', '--trust'];
    const before = at - 2 * day;
    const good = run(before, ...pinned, 'list.xml');
    assert.deepEqual([good.status, good.stderr], [0, '']);
    assert.match(run(at, ...pinned, 'list.xml').stderr, /không tin cậy ai vào thời điểm/);
    assert.match(run(before, '--trust', 'unsigned.xml').stderr, /không có chữ ký, được tin vì có tên/);
    assert.match(run(before, '--trust', 'list.xml').stderr, /nguyên vẹn, do “.*Cơ quan lập danh sách/);
    const refused: readonly (readonly [readonly string[], RegExp])[] = [
      [[...pinned, 'unsigned.xml'], /không có chữ ký, mà --list-signer đòi/],
      [['--trust', 'changed.xml'], /chữ ký của danh sách sai/],
      [['--list-signer', 'good.pem', '--trust', 'list.xml'], /người ký danh sách không thuộc/],
    ];
    for (const [args, message] of refused) {
      const { status, stderr } = run(before, ...args);
      assert.match(stderr, message);
      assert.equal(status, 64);
    }
  });

  it('a policy file can demand stronger algorithms', () => {
    writeFileSync(join(directory, 'strict.json'), '{"keys": [{"family": "ecdsa", "minimumBits": 384}]}');
    const { stdout, status } = check('good.pem', '--crls', 'lists', '--policy', 'strict.json');
    assert.match(stdout, /khoá công khai không đủ mạnh/);
    assert.equal(status, 1);
  });

  it('what cannot begin ends with 64 and says what to do', async () => {
    const { status, stderr } = hocba('certificate', 'check', 'good.pem', '--trust', 'nowhere');
    assert.match(stderr, /Không có tệp hay thư mục “nowhere”/);
    assert.equal(status, 64);
    const [leaf, root, noise] = ['good.pem', 'root.der', 'noise.pem'].map((name) => join(directory, name));
    assert.ok(leaf && root && noise);
    const trusting = ['check', leaf, '--trust', root];
    const cases: readonly [readonly string[], RegExp][] = [
      [[], /hocba certificate check/],
      [['check', leaf], /Thiếu --trust/],
      [['check', '--trust', root], /Thiếu tệp chứng thư số/],
      [['check', leaf, '--trust', noise], /không có chứng thư số nào/],
      [[...trusting, '--at', 'hôm qua'], /không phải thời điểm/],
      [[...trusting, '--purpose', 'tls'], /phải là signing/],
      [[...trusting, '--policy-oid', 'x'], /không phải mã chính sách/],
    ];
    for (const [args, message] of cases) await assert.rejects(certificate(args), { constructor: UsageError, message });
  });
});

function check(...args: string[]) {
  const trust = ['--trust', 'root.der', '--intermediates', 'intermediates.pem', '--at', time];
  return hocba('certificate', 'check', ...args, ...trust);
}

function hocba(...args: string[]) {
  return spawnSync(process.execPath, [bin, ...args], { cwd: directory, encoding: 'utf8' });
}

function writeLeaf(name: string, certificate: Uint8Array): void {
  writeFileSync(join(directory, name), encodePem(certificate));
}
