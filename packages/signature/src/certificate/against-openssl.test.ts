import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  createTestAuthority,
  extension,
  type Issuer,
  type TestAuthority,
  type TestCertificateOrder,
} from '../../../../simulators/certificate-authority/authority.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { asciiString, concat, der, explicit, integer, nullValue, objectIdentifier, sequence } from '../der/writer.ts';
import { writeName } from './distinguished-name.ts';
import { anyPolicy, extensionOid } from './object-identifiers.ts';
import { encodePem } from './pem.ts';
import { validatePath } from './validate-path.ts';

/** Odd paths, judged by us and by `openssl verify`; the two must agree, and both with what the standard says. */

const at = Date.parse('2026-05-29T08:00:00Z');
let ca: TestAuthority;
let folder: string;
before(() => {
  ca = createTestAuthority({ at });
  folder = mkdtempSync(join(tmpdir(), 'hocba-paths-'));
});
after(() => rmSync(folder, { recursive: true }));

const directory = (organisation: string) =>
  explicit(
    4,
    writeName([
      ['country', 'VN'],
      ['organisation', organisation],
    ]),
  );
const dns = (name: string) => asciiString(name, 0x82);
const ip = (...bytes: number[]) => der(0x87, Uint8Array.from(bytes));
const email = (address: string) => asciiString(address, 0x81);
const constraints = (kind: 'permitted' | 'excluded', ...names: Uint8Array[]) =>
  extension(
    extensionOid.nameConstraints,
    sequence(der(kind === 'permitted' ? 0xa0 : 0xa1, concat(...names.map((name) => sequence(name))))),
    true,
  );
const alternative = (...names: Uint8Array[]) => extension(extensionOid.subjectAltName, sequence(...names));
const requirePolicy = extension(extensionOid.policyConstraints, sequence(integer(0, 0x80)), true);
const inhibitAny = extension(extensionOid.inhibitAnyPolicy, integer(0), true);
const mapping = (from: string, to: string) =>
  extension(extensionOid.policyMappings, sequence(sequence(objectIdentifier(from), objectIdentifier(to))), true);

type Steps = readonly TestCertificateOrder[];
const authority = (...extraExtensions: Uint8Array[]): TestCertificateOrder => ({ kind: 'authority', extraExtensions });
const leaf = (...extraExtensions: Uint8Array[]): TestCertificateOrder => ({ kind: 'staff', extraExtensions });

/** From below the root to the leaf. */
const cases: readonly (readonly [string, 'good' | 'bad', Steps])[] = [
  ['a plain path', 'good', [authority(), leaf()]],
  ['three authorities', 'good', [authority(), authority(), authority(), leaf()]],
  ['a path within its allowed length', 'good', [{ kind: 'authority', pathLength: 1 }, authority(), leaf()]],
  ['a path longer than allowed', 'bad', [{ kind: 'authority', pathLength: 0 }, authority(), leaf()]],
  ['a leaf that issues', 'bad', [authority(), leaf(), leaf()]],
  ['an authority gone before its leaf', 'bad', [{ kind: 'authority', notAfter: at - 1000 }, leaf()]],
  ['a leaf not valid yet', 'bad', [authority(), { kind: 'staff', notBefore: at + 1000 }]],
  [
    'an unknown critical extension of an authority',
    'bad',
    [authority(extension('2.999.1', nullValue(), true)), leaf()],
  ],
  ['a permitted organisation', 'good', [authority(constraints('permitted', directory('Hocba THỬ NGHIỆM'))), leaf()]],
  ['an organisation not permitted', 'bad', [authority(constraints('permitted', directory('Nơi khác'))), leaf()]],
  ['an excluded organisation', 'bad', [authority(constraints('excluded', directory('Hocba THỬ NGHIỆM'))), leaf()]],
  ['another organisation excluded', 'good', [authority(constraints('excluded', directory('Nơi khác'))), leaf()]],
  [
    'a permitted host',
    'good',
    [authority(constraints('permitted', dns('edu.vn'))), leaf(alternative(dns('so.edu.vn')))],
  ],
  [
    'a host that only ends alike',
    'bad',
    [authority(constraints('permitted', dns('edu.vn'))), leaf(alternative(dns('xedu.vn')))],
  ],
  ['an excluded host', 'bad', [authority(constraints('excluded', dns('edu.vn'))), leaf(alternative(dns('so.edu.vn')))]],
  [
    'a permitted address',
    'good',
    [authority(constraints('permitted', ip(10, 0, 0, 0, 255, 0, 0, 0))), leaf(alternative(ip(10, 1, 2, 3)))],
  ],
  [
    'an address outside',
    'bad',
    [authority(constraints('permitted', ip(10, 0, 0, 0, 255, 0, 0, 0))), leaf(alternative(ip(11, 1, 2, 3)))],
  ],
  [
    'a permitted mail domain',
    'good',
    [authority(constraints('permitted', email('edu.vn'))), leaf(alternative(email('a@edu.vn')))],
  ],
  [
    'another mail domain',
    'bad',
    [authority(constraints('permitted', email('edu.vn'))), leaf(alternative(email('a@x.edu.vn')))],
  ],
  ['a required policy that everyone has', 'good', [authority(requirePolicy), leaf()]],
  [
    'a required policy, mapped to one the leaf has not',
    'bad',
    [authority(requirePolicy, mapping('2.999.27.1', '2.999.27.9')), leaf()],
  ],
  ['any policy forbidden and a named one used', 'good', [authority(inhibitAny, requirePolicy), leaf()]],
];

for (const [name, expected, steps] of cases) {
  test(`${name} is ${expected}`, async () => {
    const path = issueAll(steps);
    const [last, ...above] = path.toReversed();
    assert.ok(last);
    const input = { leaf: last, intermediates: above, anchors: ca.anchors, at, crypto: nodeCrypto };
    const ours = await validatePath({ ...input, revocation: 'ignored', purpose: 'any' });
    assert.equal(ours.indication === 'passed' ? 'good' : 'bad', expected, JSON.stringify(ours.findings));
    assert.equal(opensslSays(last, above), expected, 'openssl');
  });
}

function issueAll(steps: Steps): readonly Uint8Array[] {
  let issuer: Issuer = ca.root;
  return steps.map((order, i) => {
    const issued = ca.issue({ issuer, commonName: `Bậc ${i} THỬ NGHIỆM`, ...order });
    issuer = issued;
    return issued.certificate;
  });
}

function opensslSays(last: Uint8Array, above: readonly Uint8Array[]): 'good' | 'bad' {
  writeFileSync(join(folder, 'root.pem'), encodePem(ca.root.certificate));
  writeFileSync(join(folder, 'above.pem'), above.map((one) => encodePem(one)).join(''));
  writeFileSync(join(folder, 'leaf.pem'), encodePem(last));
  // Without a policy named openssl accepts none at all where one is required.
  const options = [
    'verify',
    '-policy_check',
    '-policy',
    anyPolicy,
    '-attime',
    String(at / 1000),
    '-CAfile',
    'root.pem',
  ];
  const { status } = spawnSync('openssl', [...options, '-untrusted', 'above.pem', 'leaf.pem'], { cwd: folder });
  return status === 0 ? 'good' : 'bad';
}
